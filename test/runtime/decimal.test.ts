import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, ONE, parseDecimal, ratioOf, roundDecimal } from '#lambdas/runtime/decimal.ts';

describe('a decimal is read exactly', () => {
  test.each([
    ['0', 0n],
    ['-0', 0n],
    ['23.94', 239_400_000_000n],
    ['-0.0000000289', -289n],
    ['263.3093719942', 2_633_093_719_942n],
    ['1E-10', 1n],
    ['1.5e3', 1500n * ONE],
    ['922337203685477580.7', 9_223_372_036_854_775_807_000_000_000n],
    [' 7. ', 7n * ONE],
    ['0.00000000005', 1n],
    ['-0.00000000005', -1n],
    ['0.00000000004', 0n],
  ])('%s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test.each(['', 'NaN', '1,000', '0x10', '1e', '--1', 'Infinity', '.5'])('%s is none', (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });
});

test('it is written without exponent, without closing zeros and without a negative nothing', () => {
  expect(formatDecimal(-289n)).toBe('-0.0000000289');
  expect(formatDecimal(10n * ONE)).toBe('10');
  expect(formatDecimal(0n)).toBe('0');
});

test('what was written is read as the same number, however large', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), (value) => {
      expect(parseDecimal(formatDecimal(value))).toBe(value);
    }),
  );
});

test('a sum of floats drifts, a sum of decimals does not', () => {
  const amounts = Array.from({ length: 10 }, () => '0.1');
  const exact = amounts.reduce((sum, amount) => sum + parseDecimal(amount), 0n);

  expect(amounts.reduce((sum, amount) => sum + Number(amount), 0)).not.toBe(1);
  expect(formatDecimal(exact)).toBe('1');
});

test.each([
  ['1.005', 2, '1.01'],
  ['-1.005', 2, '-1.01'],
  ['0.0049', 2, '0.00'],
  ['-0.0049', 2, '0.00'],
  ['1234.5', 0, '1235'],
  ['0.0000000289', 10, '0.0000000289'],
])('%s with %i places is shown as %s', (text, places, shown) => {
  expect(roundDecimal(parseDecimal(text), places)).toBe(shown);
});

test('a share of nothing is unknown', () => {
  expect(ratioOf(ONE, 4n * ONE)).toBe(ONE / 4n);
  expect(ratioOf(ONE, 0n)).toBeUndefined();
});
