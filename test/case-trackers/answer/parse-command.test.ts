import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Misuse, parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';

describe('a comment that begins with a command', () => {
  test.each([
    ['/aws reply It fails again.', 'It fails again.'],
    ['/aws reply\nIt fails.\n\nAgain.\n', 'It fails.\n\nAgain.'],
    ['/aws reply\r\nOf Windows\r\nand the web\r\n', 'Of Windows\nand the web'],
    ['/AWS Reply from a phone', 'from a phone'],
    [
      '/aws\u3000reply\u3000東京リージョンで発生しています。\n再現手順：…',
      '東京リージョンで発生しています。\n再現手順：…',
    ],
    ['/aws reply see\n```\n/aws resolve\n```', 'see\n```\n/aws resolve\n```'],
    ['/aws reply\n    indented\n  - list', 'indented\n  - list'],
  ])('%j replies', (body, text) => {
    expect(parseCommand(body)).toEqual({ word: 'reply', text });
  });

  test.each(['/aws resolve', '/aws resolve\n', '/aws  RESOLVE  '])('%j resolves', (body) => {
    expect(parseCommand(body)).toEqual({ word: 'resolve' });
  });

  test.each([
    ['/aws', 'has no word'],
    ['/aws close', 'not known'],
    ['/aws send file.txt', 'not known'],
    ['/aws replyall hello', 'not known'],
    ['/aws reply', 'no text'],
    ['/aws reply\n\u3000\n', 'no text'],
    ['/aws resolve, thank you', 'not known'],
    ['/aws resolve\nThank you', 'sends no text'],
  ])('%j is told what to write instead', (body, why) => {
    const { misuse } = parseCommand(body) as Misuse;

    expect(misuse).toContain(why);
    expect(misuse).toContain('`/aws reply`');
  });
});

test.each([
  'Thank you',
  '> /aws resolve',
  '> /aws reply yes\n\nDo that?',
  '```\n/aws resolve\n```',
  '    /aws resolve',
  ' /aws resolve',
  '\n/aws resolve',
  'Write\n/aws resolve\nhere',
  '<!-- /aws resolve -->',
  '`/aws resolve`',
  '@bot /aws resolve',
  '/awsome',
  '/aws-reply x',
  '/ aws reply x',
  'On Mon, Nov 23, Hanako wrote:\n> /aws resolve\n',
  '2026年11月23日 花子:\n> /aws resolve',
  '',
])('%j asks for nothing', (body) => {
  expect(parseCommand(body)).toBeUndefined();
});

test('any text arrives as it was written, but for the blanks around it', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => /^\S[\s\S]*\S$|^\S$/.test(text));
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '\n', '\r\n', '\n\n'), (text, between) => {
      expect(parseCommand(`/aws reply${between}${text}`)).toEqual({
        word: 'reply',
        text: text.replaceAll(/\r\n?/g, '\n'),
      });
    }),
  );
});

test('what does not begin with a command asks for nothing, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (before, after) => {
      fc.pre(!/^\/aws(\s|$)/i.test(`${before}/aws resolve${after}`));
      expect(parseCommand(`${before}/aws resolve${after}`)).toBeUndefined();
    }),
  );
});
