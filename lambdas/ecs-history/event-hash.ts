import { createHash } from 'node:crypto';
import type { Cell } from '#lambdas/contracts/report.ts';

/**
 * The same for copies of one event, and for nothing else: AWS has used one id for different events. What is null
 * counts for nothing, so that a new column leaves the hashes of old events as they are.
 */
export function eventHash(cells: Record<string, Cell>): string {
  const known = Object.entries(cells).filter(([, cell]) => cell !== null);
  return shortHash(JSON.stringify(known.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** 128 bits, as letters that a file name may have. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
