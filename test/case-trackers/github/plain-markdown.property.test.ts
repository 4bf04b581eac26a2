import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainMarkdown, seenText } from '#lambdas/case-trackers/github/plain-markdown.ts';
import { rendered } from './rendered-text.ts';

/** What GitHub makes of plain text after Markdown: people, issues, pull requests by their old name. */
const REFERENCE = /@[a-z0-9]|#\d|\bgh-\d/i;

const snippet = fc.constantFrom(
  '@hanako',
  '@org/team',
  '#123',
  'owner/repo#1',
  'GH-12',
  'gh-1',
  '<!-- aws-message:k1 -->',
  '<!-- aws-case:111122223333:1 -->',
  '![x](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '<details><summary>',
  '\n<details\nx',
  '\n<script \nx',
  '\n<pre\n*x*',
  'https://github.com/o/r/issues/1',
  'https://example.com/a_b*c?d=e&f=%20`x`',
  'www.example.com',
  'ftp://files.example',
  'mailto:a@b.example',
  'a@b.example',
  '```\ncode\n```',
  '~~~',
  '    indented',
  '\tindented',
  '1. one',
  '2) two',
  '- item',
  '+ item',
  '* item',
  '# Heading',
  'Heading\n===',
  'Heading\n---',
  '> quote',
  '> [!NOTE]',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '~~gone~~',
  '**bold** _it_',
  '`code',
  '``',
  '\\',
  '\\`',
  '[^1]: note',
  '[ref]: https://example.com',
  '&lt;script&gt; &#64;hanako &commat;x',
  '$a$ $$b$$',
  '- [x] done',
  '参照してください。',
  '\u202Ereversed',
  '\uD83D',
);
const text = fc
  .array(
    fc.oneof(
      snippet,
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('\n', ' ', '\r\n', '\n\n', ''),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));

const words = (shown: string) => shown.replaceAll(/[\s\u00A0]+/g, ' ').trim();

describe('words of strangers', () => {
  test('are rendered as they are, with no tag but paragraphs and code', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { tags, text: read } = rendered(plainMarkdown(one));
        for (const tag of ['p', 'code']) tags.delete(tag);

        expect([...tags]).toEqual([]);
        expect(words(read.replaceAll('\u2060', ''))).toBe(words(seenText(one)));
      }),
      { numRuns: 3000 },
    );
  });

  test('mention nobody and refer to nothing', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(rendered(plainMarkdown(one)).outsideOfCode).not.toMatch(REFERENCE);
      }),
      { numRuns: 3000 },
    );
  });

  test('hold no address outside of code, and no beginning of a comment', () => {
    fc.assert(
      fc.property(text, (one) => {
        const markdown = plainMarkdown(one);

        expect(markdown).not.toContain('<!--');
        expect(rendered(markdown).outsideOfCode).not.toMatch(/https?:\/\/[\w]|www\.\w/i);
      }),
      { numRuns: 3000 },
    );
  });

  test('become five times as long at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (one) => {
        expect(plainMarkdown(one).length).toBeLessThanOrEqual(5 * one.length);
      }),
    );
  });
});
