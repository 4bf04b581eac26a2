import { describe, expect, test } from 'vitest';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';

describe('words of strangers', () => {
  test.each([
    ['stand on one line', 'a\n\tb\u2028c\u0085d', 'a b c d'],
    ['lose what turns letters round', 'safe \u202Eexe.gpj\u202C \u2066x\u2069', 'safe exe.gpj x'],
    ['keep letters that are read from the right', 'שלום', 'שלום'],
    ['keep the joints of an emoji', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['are well formed', 'a\uD83D', 'a\uFFFD'],
  ])('%s', (_name, text, told) => {
    expect(plainText(text, 60)).toBe(told);
  });

  test.each([
    ['between characters of Japanese', '障害が発生しました', 5, '障害が発…'],
    ['before an emoji that has no room', 'ab👩‍👩‍👧‍👦cd', 6, 'ab…'],
    ['before a flag', 'abc🇯🇵de', 6, 'abc…'],
    ['before a letter with its accent', 'abce\u0301f', 5, 'abc…'],
    ['where it ends, without a space', 'ab cdef', 4, 'ab…'],
    ['nowhere when it fits', 'abcd', 4, 'abcd'],
  ])('are cut %s', (_name, text, length, told) => {
    expect(plainText(text, length)).toBe(told);
  });

  test('that are one endless character are cut all the same', () => {
    expect(plainText(`a${'\u0301'.repeat(500)}`, 20)).toHaveLength(20);
  });
});
