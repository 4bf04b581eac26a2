/** Dollars in units of 10⁻¹⁰, as near as a floating number of theirs is: where amounts of a seed begin. */
export function toUnitsOf(dollars: number): bigint {
  return BigInt(Math.round(dollars * 1e10));
}

/** So many thousandths of an amount, rounded towards zero. */
export function share(amount: bigint, thousandths: number): bigint {
  return (amount * BigInt(thousandths)) / 1000n;
}
