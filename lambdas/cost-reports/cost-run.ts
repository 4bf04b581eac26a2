import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { QueryScan } from '#lambdas/cost-reports/check/scan-lines.ts';
import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSource, Fetched } from '#lambdas/cost-reports/cost-source.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { recordTypeIndexOf } from '#lambdas/cost-reports/group-keys.ts';
import { DRIFT_CHECK } from '#lambdas/cost-reports/plan/plan-monthly.ts';
import type { PlannedQuery, RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';

export type Complete = Extract<Fetched, { state: 'complete' }>;
/** What became of a query; `failed`: a retry may help. */
export type Outcome = Fetched | { state: 'failed'; error: unknown };

/** A frozen month whose sums moved. */
export type Drift = { month: string; difference: string };

/** A run once all is asked that could be asked. */
export type CostRun = {
  at: string;
  plan: RunPlan;
  settings: CostSettings;
  /** As the run before left it. */
  state: CostState;
  source: CostSource;
  /** By the name of the query. */
  outcomes: ReadonlyMap<string, Outcome>;
  /** Of the complete queries of costs. */
  scans: ReadonlyMap<string, QueryScan>;
  drifts: readonly Drift[];
};

/** How a query was answered, where it was. */
export function completeOf({ outcomes }: Pick<CostRun, 'outcomes'>, name: string): Complete | undefined {
  const outcome = outcomes.get(name);
  return outcome?.state === 'complete' ? outcome : undefined;
}

/** The query whose sums all others are held against: the first by record type. */
export function mainQueryOf({ queries }: Pick<RunPlan, 'queries'>): UsageQuery | undefined {
  return queries.flatMap(({ query }) => usageOf(query) ?? []).find(isMain);
}

export function usageOf(query: PlannedQuery['query']): UsageQuery | undefined {
  return query.operation === 'GetCostAndUsage' ? query : undefined;
}

function isMain(query: UsageQuery): boolean {
  return query.name !== DRIFT_CHECK && recordTypeIndexOf(query) >= 0;
}
