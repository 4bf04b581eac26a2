const UNIT = 10n ** 10n;
const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,10}))?$/;

/** An amount as Cost Explorer writes it, in units of 10⁻¹⁰. Throws where it has an exponent or more than ten places. */
export function toUnits(text: string): bigint {
  const [, sign, whole = '', fraction = ''] = AMOUNT.exec(text) ?? [];
  if (sign === undefined) throw new RangeError(`Not an amount of Cost Explorer: ${text}`);
  return BigInt(`${sign}${whole}${fraction.padEnd(10, '0')}`);
}

/** Units of 10⁻¹⁰ as Cost Explorer writes them: `12`, `0.5`, `-0.0000000289`. */
export function toText(units: bigint): string {
  if (units < 0n) return `-${toText(-units)}`;
  const fraction = String(units % UNIT).padStart(10, '0');
  return `${units / UNIT}.${fraction}`.replace(/\.?0+$/, '');
}

/** How much of a whole a part is, in percent; 0 where there is no whole. */
export function percentText(part: bigint, whole: bigint): string {
  return toText(whole === 0n ? 0n : (part * 100n * UNIT) / whole);
}
