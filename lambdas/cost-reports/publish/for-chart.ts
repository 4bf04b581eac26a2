import { ONE } from '#lambdas/runtime/decimal.ts';

/** An amount as a number: near enough for a picture, never for a sum. */
export function forChart(amount: bigint): number {
  return Number(amount) / Number(ONE);
}

/** What an axis says back from such a number. */
export function fromChart(value: number): bigint {
  return BigInt(Math.round(value * 1e4)) * (ONE / 10_000n);
}
