import type { Price } from '#bin/commands/estimate/prices.ts';

/** Amounts are whole numbers of 10⁻¹⁰ dollars: no price of AWS is finer, and sums stay exact. */
const DECIMALS = 10;
const PER_CENT = 10n ** BigInt(DECIMALS - 2);

/** What a whole number of units costs; of a fraction the next higher amount. */
export function costOf({ dollars, per }: Price, quantity: number): bigint {
  return (toAmount(dollars) * BigInt(quantity) + BigInt(per) - 1n) / BigInt(per);
}

/** `0.625` → 6250000000n */
function toAmount(dollars: string): bigint {
  const [whole = '0', fraction = ''] = dollars.split('.');
  return BigInt(whole + fraction.padEnd(DECIMALS, '0'));
}

/** The exact amount in dollars, for programs: `3.1415926536` */
export function exactDollars(amount: bigint): string {
  const digits = String(amount).padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`.replace(/0{0,8}$/, '');
}

/** Rounded to cents, for people: `1,234.50` */
export function inCents(amount: bigint): string {
  const cents = String((amount + PER_CENT / 2n) / PER_CENT).padStart(3, '0');
  return `${BigInt(cents.slice(0, -2)).toLocaleString('en-US')}.${cents.slice(-2)}`;
}
