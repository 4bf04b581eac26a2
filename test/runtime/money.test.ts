import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import {
  formatChange,
  formatCount,
  formatMoney,
  formatPercent,
  formatPercentChange,
  formatShortMoney,
} from '#lambdas/runtime/money.ts';

const usd = (text: string) => formatMoney(parseDecimal(text), 'USD');

test.each([
  ['1234567.891', '$1,234,567.89'],
  ['0', '$0.00'],
  ['-33.86', '-$33.86'],
  ['0.005', '$0.01'],
  ['999999.995', '$1,000,000.00'],
])('%s is %s', (amount, text) => {
  expect(usd(amount)).toBe(text);
});

test('an amount below half a cent is not nothing (slack-aws-cost-guardian)', () => {
  expect(usd('0.0004')).toBe('<$0.01');
  expect(usd('-0.0000000289')).toBe('-<$0.01');
});

test('other currencies are named', () => {
  expect(formatMoney(parseDecimal('1234.5'), 'CNY')).toBe('CNY 1,234.50');
  expect(formatMoney(parseDecimal('-2'), 'EUR')).toBe('-€2.00');
});

test('money reads back to the amount within half a cent, and is never -$0.00', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (amount) => {
      const text = formatMoney(amount, 'USD');
      expect(text).not.toMatch(/^-\$0\.00$/);
      const read = text.includes('<') ? 0n : parseDecimal(text.replaceAll(/[$,]/g, ''));
      const off = read - amount;
      expect(off < 0n ? -off : off).toBeLessThanOrEqual(50_000_000n);
    }),
  );
});

test.each([
  ['0', '$0'],
  ['0.004', '$0'],
  ['0.25', '$0.25'],
  ['-7', '-$7'],
  ['340.4', '$340'],
  ['999.4', '$999'],
  ['999.5', '$1K'],
  ['1250', '$1.3K'],
  ['999950', '$1M'],
  ['-1200000', '-$1.2M'],
  ['2500000000', '$2.5B'],
])('in short %s is %s', (amount, text) => {
  expect(formatShortMoney(parseDecimal(amount), 'USD')).toBe(text);
});

describe('changes', () => {
  test('say their sign', () => {
    expect(formatChange(parseDecimal('5'), 'USD')).toBe('+$5.00');
    expect(formatChange(parseDecimal('-5'), 'USD')).toBe('-$5.00');
    expect(formatChange(0n, 'USD')).toBe('$0.00');
  });

  test.each([
    { current: 110n, previous: 100n, text: '+10.0%' },
    { current: 75n, previous: 100n, text: '-25.0%' },
    { current: 100n, previous: 100n, text: '0.0%' },
    { current: 5n, previous: 0n, text: undefined },
    { current: 5n, previous: -5n, text: undefined },
  ])('from $previous to $current are $text', ({ current, previous, text }) => {
    expect(formatPercentChange(current, previous)).toBe(text);
  });

  test('shares and counts are grouped', () => {
    expect(formatPercent(parseDecimal('0.309'))).toBe('30.9%');
    expect(formatCount(parseDecimal('1440'))).toBe('1,440');
  });
});
