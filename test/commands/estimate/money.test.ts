import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf, exactDollars, inCents } from '#bin/commands/estimate/money.ts';
import { PRICES } from '#bin/commands/estimate/prices.ts';

test('a cost is exact where floats are not', () => {
  // 0.0000133334 × 3 is 0.000040000199999999996 as a float.
  expect(exactDollars(costOf(PRICES.functionTime, 3))).toBe('0.0000400002');
  expect(exactDollars(costOf(PRICES.tableWrites, 1_000_001))).toBe('0.6250006250'.slice(0, -1));
  expect(exactDollars(costOf(PRICES.alarm, 13))).toBe('1.30');
});

test('every price has a single unit that is exact', () => {
  for (const { dollars, per } of Object.values(PRICES)) {
    const [, fraction = ''] = dollars.split('.');
    expect(fraction.length + Math.log10(per)).toBeLessThanOrEqual(10);
  }
});

test.each([
  [0n, '0.00'],
  [49_999_999n, '0.00'],
  [50_000_000n, '0.01'],
  [12_345_000_000_000n, '1,234.50'],
  [9_999_999_999n, '1.00'],
])('%s is shown as %s', (amount, shown) => {
  expect(inCents(amount)).toBe(shown);
});

test('the exact text is the amount again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (amount) => {
      const [whole = '', fraction = ''] = exactDollars(amount).split('.');
      expect(BigInt(whole + fraction.padEnd(10, '0'))).toBe(amount);
    }),
  );
});
