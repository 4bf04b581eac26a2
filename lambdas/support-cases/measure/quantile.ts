/** The smallest of the sorted values that at least such a share of them does not exceed; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  const index = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[index] ?? 0;
}
