/** Answered requests by operation: each page is one, refusals cost nothing. */
export type Billed = Record<string, number>;

export function billedRequests(billed: Billed): number {
  return Object.values(billed).reduce((sum, count) => sum + count, 0);
}
