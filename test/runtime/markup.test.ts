import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, markup } from '#lambdas/runtime/markup.ts';

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Dense in what could do harm. */
const hostile = fc.string({
  unit: fc.constantFrom('<', '>', '"', "'", '&', ';', '/', 'a', '#', '\u0000', '\uD800', '😀'),
});

test('whatever text is put in, no sign of it can open a tag or end an attribute', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(markup`${text}`.markup).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});

test('what people may read comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unescaped(escapeText(text))).toBe(text);
    }),
  );
});

test('signs that XML cannot hold are replaced, so that a picture stays readable', () => {
  expect(escapeText('a\u0000b\u001Bc\uFFFEd\uD800e\tf')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf');
  expect(escapeText('😀')).toBe('😀');
});

test('markup within markup stays what it is, lists are joined, what is absent leaves nothing', () => {
  const items = ['a', '<b>'].map((item) => markup`<li>${item}</li>`);

  expect(markup`<ul>${items}${undefined}${false}${7}</ul>`.markup).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li>7</ul>',
  );
});
