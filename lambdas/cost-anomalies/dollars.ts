/** An amount for people: `$1,234.50`, `-$3.20`, `<$0.01`. */
export function dollars(amount: number): string {
  const size = Math.abs(amount);
  if (size > 0 && size < 0.005) return amount < 0 ? '-<$0.01' : '<$0.01';
  return amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
}

/** The same with its sign: `+$612.40`. */
export function moreDollars(amount: number): string {
  return amount > 0 ? `+${dollars(amount)}` : dollars(amount);
}
