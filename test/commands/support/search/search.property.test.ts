import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseSearch } from '#bin/commands/support/search/case-search.ts';
import { findMarks } from '#bin/commands/support/search/find-passage.ts';
import { foldText, foldWithPlaces } from '#bin/commands/support/search/fold-text.ts';
import { parseQuery } from '#bin/commands/support/search/parse-query.ts';
import { pairsOf, wordRuns } from '#bin/commands/support/search/word-runs.ts';

const japanese = fc.string({
  unit: fc.constantFrom(...Array.from('接続夜間障害サーバーがのタイムアウトｶﾞｲﾄﾞ々〇ＡＢC12 、。𠮷')),
  minLength: 2,
  maxLength: 60,
});
const anyText = fc.oneof(
  japanese,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme' }),
);

function isFound(query: string, text: string): boolean {
  const search = caseSearch(query);
  search.add({ id: '1', subject: '', about: '', body: text });
  return search.hits().length === 1;
}

test('every two signs that stand together in a Japanese text find it', () => {
  let pairs = 0;
  fc.assert(
    fc.property(japanese, (text) => {
      for (const run of [...wordRuns(foldText(text))].filter(({ isWord }) => !isWord)) {
        for (const pair of pairsOf(run.text)) {
          pairs += 1;
          expect(isFound(pair, text), `${pair} in ${text}`).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(pairs).toBeGreaterThan(500);
});

test('every word of a text finds it, as it was written', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 12 }), fc.string({ unit: 'grapheme', maxLength: 20 }), (words, more) => {
      const text = `${more} ${words}`;
      for (const word of words.split(/\W+/).filter(Boolean))
        expect(isFound(word.toUpperCase(), text)).toBe(true);
    }),
  );
});

test('folded text stays as it is when it is folded again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 2_000 },
  );
  // Each sign that Unicode has.
  for (let point = 0; point <= 0x1_ff_ff; point += 1) {
    const folded = foldText(String.fromCodePoint(point));
    if (foldText(folded) !== folded) expect.unreachable(`U+${point.toString(16)} changes when folded again`);
  }
});

test('places of folded text lie in the text, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { folded, starts, ends } = foldWithPlaces(text);
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      starts.forEach((start, index) => {
        expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
        expect(ends[index]).toBeGreaterThan(start);
        expect(ends[index]).toBeLessThanOrEqual(text.length);
      });
    }),
  );
});

test('marks are apart, and what they mark is found by itself', () => {
  fc.assert(
    fc.property(japanese, fc.nat(20), (text, at) => {
      const terms = parseQuery(text.slice(at, at + 3));
      let end = -1;
      for (const [from, to] of findMarks(text, terms)) {
        expect(from).toBeGreaterThan(end);
        expect(to).toBeGreaterThan(from);
        end = to;
        const marked = foldText(text.slice(from, to));
        expect(terms.some((term) => marked.includes(term.text))).toBe(true);
      }
    }),
  );
});
