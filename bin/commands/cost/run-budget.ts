import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { CostState, RequestCount } from '#lambdas/cost-reports/cost-state.ts';
import { DOLLARS_PER_REQUEST, type RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';
import { type ReportStore, readJson } from '#lambdas/runtime/report-store.ts';

/** What plans reckon with: pages of former runs, and what the month has paid for so far. */
export type Known = { state: CostState; spent: number };

export const NOTHING_KNOWN: Known = { state: { months: {}, pages: {} }, spent: 0 };

/** Reads both from where the runs keep them. `now` is ISO 8601 in UTC. */
export async function readKnown(store: Pick<ReportStore, 'read'>, now: string): Promise<Known> {
  const [state, count] = await Promise.all([
    readJson<CostState>(store, stateKey('cost-reports', 'state')),
    readJson<RequestCount>(store, stateKey('cost-reports', `requests-${now.slice(0, 7)}`)),
  ]);
  return { state: state ?? NOTHING_KNOWN.state, spent: count?.total ?? 0 };
}

/** What a run has paid for, whether or not it made something of it. */
export async function readRequests(
  store: Pick<ReportStore, 'read'>,
  run: string,
  at: string,
): Promise<number> {
  const count = await readJson<RequestCount>(store, stateKey('cost-reports', `requests-${at.slice(0, 7)}`));
  return count?.runs[run] ?? 0;
}

/** `6 requests, $0.06` */
export function priceWords(requests: number): string {
  const dollars = (requests * DOLLARS_PER_REQUEST).toFixed(2);
  return `${requests.toLocaleString('en-US')} request${requests === 1 ? '' : 's'}, $${dollars}`;
}

/** What the caps will do to a run; undefined where it fits. */
export function capWarning(plan: RunPlan, { caps }: CostSettings, { spent }: Known): string | undefined {
  const { expectedRequests } = plan;
  if (expectedRequests > caps.run) {
    return `It would stop at ${caps.run}: raise costs.caps.run in reeve.config.ts.`;
  }
  const left = Math.max(caps.month - spent, 0);
  if (expectedRequests <= left) return undefined;
  return `It would stop at ${left}, since ${spent} of the ${caps.month} of this month are spent: raise costs.caps.month in reeve.config.ts.`;
}
