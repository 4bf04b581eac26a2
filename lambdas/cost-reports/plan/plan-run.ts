import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { type CostMessage, runIdOf } from '#lambdas/cost-reports/cost-message.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { dayOf, lastMonths } from '#lambdas/cost-reports/periods.ts';
import { planDaily } from '#lambdas/cost-reports/plan/plan-daily.ts';
import { planMonthly } from '#lambdas/cost-reports/plan/plan-monthly.ts';
import type { Planning } from '#lambdas/cost-reports/plan/planning.ts';
import type { RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';

export type PlanInput = Pick<CostMessage, 'set' | 'at'> & {
  settings: CostSettings;
  /** Absent before the first run. */
  state?: CostState | undefined;
  /** Frozen months that drifted: read again, as if they were not frozen. */
  moved?: readonly string[];
};

/** What a run asks: as few requests as its reports allow, nothing that Cost Explorer would refuse for its dates. */
export function planRun({ set, at, settings, state, moved = [] }: PlanInput): RunPlan {
  const today = dayOf(at);
  const planning: Planning = {
    settings,
    today,
    history: lastMonths(today, settings.historyMonths),
    isFrozen: (month) => state?.months[month]?.frozenAt !== undefined && !moved.includes(month),
    isKnown: (name) => state?.pages[name] !== undefined,
  };
  const drafts = set === 'daily' ? planDaily(planning) : planMonthly(planning);
  const queries = drafts.map((draft) => ({ ...draft, expectedPages: state?.pages[draft.query.name] ?? 1 }));
  return {
    run: runIdOf({ set, at }),
    set,
    today,
    queries,
    expectedRequests: queries.reduce((sum, { expectedPages }) => sum + expectedPages, 0),
  };
}
