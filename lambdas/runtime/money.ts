import { absolute, ONE, ratioOf, roundDecimal } from '#lambdas/runtime/decimal.ts';

const SIGNS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£' };
const CENT = ONE / 100n;
/** From where on an amount is shown in which unit: below, it would round up to a thousand of the smaller one. */
const SHORT = [
  { from: 999_950_000n * ONE, unit: 1_000_000_000n, letter: 'B' },
  { from: 999_950n * ONE, unit: 1_000_000n, letter: 'M' },
  { from: 9_995n * (ONE / 10n), unit: 1_000n, letter: 'K' },
];

/** An amount for people, rounded once: `$1,234.50`, `-$33.86`, `CNY 12.00`; what is less than half a cent but not nothing is `<$0.01`. */
export function formatMoney(amount: bigint, currency: string): string {
  const size = absolute(amount);
  const minus = amount < 0n ? '-' : '';
  if (size > 0n && size < CENT / 2n) return `${minus}<${signed('0.01', currency)}`;
  return minus + signed(grouped(roundDecimal(size, 2)), currency);
}

/** The same where there is little room: `$1.2M`, `$340`, `$0.25`. */
export function formatShortMoney(amount: bigint, currency: string): string {
  const size = absolute(amount);
  if (size < CENT / 2n) return signed('0', currency);
  const minus = amount < 0n ? '-' : '';
  const short = SHORT.find(({ from }) => size >= from);
  if (short)
    return `${minus}${signed(withoutZeros(roundDecimal(size / short.unit, 1)), currency)}${short.letter}`;
  return (
    minus + signed(size < 10n * ONE ? withoutZeros(roundDecimal(size, 2)) : roundDecimal(size, 0), currency)
  );
}

/** Money with its sign always said: `+$5.00`, `-$5.00`, `$0.00`. */
export function formatChange(amount: bigint, currency: string): string {
  return amount > 0n ? `+${formatMoney(amount, currency)}` : formatMoney(amount, currency);
}

/** A change in percent of what was before: `+12.5%`; undefined where nothing was before, or less than nothing. */
export function formatPercentChange(current: bigint, previous: bigint): string | undefined {
  const ratio = previous > 0n ? ratioOf(current - previous, previous) : undefined;
  if (ratio === undefined) return undefined;
  return `${ratio > 0n ? '+' : ''}${formatPercent(ratio)}`;
}

/** A ratio (0.25) in percent: `25.0%`. */
export function formatPercent(ratio: bigint): string {
  return `${grouped(roundDecimal(ratio * 100n, 1))}%`;
}

/** A whole number for people: `1,440`. */
export function formatCount(number: bigint): string {
  return grouped(roundDecimal(number, 0));
}

function signed(digits: string, currency: string): string {
  const sign = SIGNS[currency];
  return sign ? sign + digits : `${currency} ${digits}`;
}

function withoutZeros(digits: string): string {
  return digits.replace(/\.0+$/, '');
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
