import type { CostSettings } from '#lambdas/contracts/settings.ts';

export type CapName = keyof CostSettings['caps'];

/** One more billed request would be more than the settings allow. */
export class CapReachedError extends Error {
  override name = 'CapReachedError';
  readonly cap: CapName;
  readonly limit: number;
  readonly spent: number;

  constructor(cap: CapName, { limit, spent }: { limit: number; spent: number }) {
    super('A cap of billed requests is reached');
    this.cap = cap;
    this.limit = limit;
    this.spent = spent;
  }
}
