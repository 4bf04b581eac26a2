import { type Known, priceWords } from '#bin/commands/cost/run-budget.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { DOLLARS_PER_REQUEST, type RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';

const DAYS_PER_MONTH = 30;

/** What the two schedules ask in a month. `dollars` in cents, as text. */
export type MonthOfSchedules = { daily: number; monthly: number; requests: number; dollars: string };

export function monthOfSchedules(
  { expectedRequests: daily }: RunPlan,
  { expectedRequests: monthly }: RunPlan,
  isFree: boolean,
): MonthOfSchedules {
  const requests = isFree ? 0 : DAYS_PER_MONTH * daily + monthly;
  return { daily, monthly, requests, dollars: (requests * DOLLARS_PER_REQUEST).toFixed(2) };
}

export function describeMonth(
  { daily, monthly, requests }: MonthOfSchedules,
  { caps, focus }: CostSettings,
  { spent }: Known,
): string[] {
  if (focus) return ['A month of the schedules: 0 requests, $0.00.'];
  return [
    `A month of the schedules: ${DAYS_PER_MONTH} × ${daily} + ${monthly} = ${priceWords(requests)}.`,
    `Caps: ${caps.run} requests a run, ${caps.month} a month, of which ${spent} are spent.`,
  ];
}
