/** Decimal places that AWS gives amounts with; a decimal is a bigint in units of 10⁻¹⁰. */
const PLACES = 10;
export const ONE = 10n ** BigInt(PLACES);
const ZERO = '0'.charCodeAt(0);
const NUMBER = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a number exactly, `1.5` as well as `1.5E-7`. Digits beyond the tenth place are rounded half away from
 * zero; no amount of Cost Explorer has any. Throws where it is no number.
 */
export function parseDecimal(text: string): bigint {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text.trim()) ?? [];
  if (sign === undefined) throw new RangeError('Not a decimal number');
  const shift = PLACES + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, 10n ** BigInt(-shift));
  return sign === '-' ? -value : value;
}

/** The exact number without exponent, without closing zeros, and without `-0`. */
export function formatDecimal(value: bigint): string {
  const digits = absolute(value)
    .toString()
    .padStart(PLACES + 1, '0');
  const point = digits.length - PLACES;
  let end = digits.length;
  // Every amount of every table comes by here: a regular expression would take as long as all the rest of it.
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const fraction = end > point ? `.${digits.slice(point, end)}` : '';
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${fraction}`;
}

/** With so many decimal places, rounded half away from zero: for showing only, after all sums. */
export function roundDecimal(value: bigint, places: number): string {
  const unit = 10n ** BigInt(PLACES - places);
  const size = rounded(absolute(value), unit);
  const digits = size.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value < 0n && size !== 0n ? `-${text}` : text;
}

/** The amount whatever its sign: what a credit takes off is not small. */
export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** `part` of `whole` as a decimal (0.25 for a quarter); undefined where there is no whole. */
export function ratioOf(part: bigint, whole: bigint): bigint | undefined {
  return whole === 0n ? undefined : (part * ONE) / whole;
}

function rounded(size: bigint, unit: bigint): bigint {
  return (size + unit / 2n) / unit;
}
