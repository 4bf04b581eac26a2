import type { CostRun } from '#lambdas/cost-reports/cost-run.ts';

/**
 * Whether a run may write a month of what a query makes. A frozen month stays as it is, unless it moved or the
 * query is new, as that of a tag which was added to the settings. Days are read in no other run, and always anew.
 */
export function mayWrite({ plan, state, drifts }: CostRun, query: string, month: string): boolean {
  if (plan.set === 'daily' || state.pages[query] === undefined) return true;
  return state.months[month]?.frozenAt === undefined || drifts.some((drift) => drift.month === month);
}
