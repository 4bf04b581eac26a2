import { type QueryScan, sumsOf } from '#lambdas/cost-reports/check/scan-lines.ts';
import { differenceOf, sumsFromText } from '#lambdas/cost-reports/check/type-sums.ts';
import type { Drift } from '#lambdas/cost-reports/cost-run.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';

/**
 * The frozen months whose sums are not what is stored. A month that AWS has nothing of any more is not among
 * them: an account that leaves an Organization loses its history, and what is stored is then all there is.
 */
export function findDrifts({ months }: Pick<CostState, 'months'>, check: QueryScan | undefined): Drift[] {
  return [...(check?.months ?? [])].flatMap(([month, periods]) => {
    const stored = months[month];
    if (!stored?.frozenAt) return [];
    const difference = differenceOf(sumsOf(periods), sumsFromText(stored.sums));
    return difference ? [{ month, difference }] : [];
  });
}
