import type { CostOperation } from '#lambdas/contracts/cost-operations.ts';

/**
 * One page of Cost Explorer. `reserve` is waited for before each further attempt after one that AWS may have
 * billed although its answer did not arrive; what AWS refuses is free and is repeated without it.
 */
export type Ask = (
  operation: CostOperation,
  input: Readonly<Record<string, unknown>>,
  reserve: () => Promise<void>,
) => Promise<{ answer: unknown; nextToken?: string }>;
