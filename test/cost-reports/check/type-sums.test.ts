import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addTo,
  differenceOf,
  type GrowingSums,
  sumsAsText,
  sumsFromText,
  totalOf,
} from '#lambdas/cost-reports/check/type-sums.ts';
import type { Amounts } from '#lambdas/cost-reports/cost-line.ts';

const ONE = 10n ** 10n;
const amounts = (unblended: bigint, others = unblended): Amounts => ({
  unblended,
  amortized: others,
  net_unblended: others,
  net_amortized: others,
});
const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const sums = fc
  .array(fc.tuple(fc.string(), amount, amount))
  .map((given) => new Map(given.map(([type, one, others]) => [type, amounts(one, others)])));

test('sums come back from the text that they are kept as', () => {
  fc.assert(
    fc.property(sums, (given) => {
      expect(sumsFromText(sumsAsText(given))).toEqual(given);
    }),
  );
});

test('sums differ from themselves in nothing', () => {
  fc.assert(
    fc.property(sums, (given) => {
      expect(differenceOf(given, given)).toBe('');
    }),
  );
});

test('adding does not change what was added', () => {
  const given = amounts(3n);
  const growing: GrowingSums = new Map();
  addTo(growing, 'Usage', given);
  addTo(growing, 'Usage', given);
  expect([given.unblended, totalOf(growing).unblended]).toEqual([3n, 6n]);
});

describe('a difference', () => {
  test.each([
    [{ Usage: amounts(3n * ONE) }, { Usage: amounts(ONE) }, 'Usage +2 (on every basis)'],
    [
      { Usage: amounts(ONE, 2n * ONE) },
      { Usage: amounts(ONE) },
      'Usage +1 (amortized, net_unblended, net_amortized)',
    ],
    [{}, { Support: amounts(1n) }, 'Support -0.0000000001 (on every basis)'],
    [
      { Tax: amounts(0n), Usage: amounts(2n * ONE, ONE) },
      { Usage: amounts(ONE, 0n), Credit: amounts(-ONE) },
      'Credit +1 (on every basis); Usage +1 (on every basis)',
    ],
  ])('%# is named by kind, size and basis', (found, expected, text) => {
    expect(differenceOf(new Map(Object.entries(found)), new Map(Object.entries(expected)))).toBe(text);
  });
});
