import { findDrifts } from '#lambdas/cost-reports/check/find-drifts.ts';
import { type QueryScan, scanLines } from '#lambdas/cost-reports/check/scan-lines.ts';
import type { CostMessage } from '#lambdas/cost-reports/cost-message.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { type CostRun, type Outcome, usageOf } from '#lambdas/cost-reports/cost-run.ts';
import type { CostSource } from '#lambdas/cost-reports/cost-source.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { recordTypeIndexOf } from '#lambdas/cost-reports/group-keys.ts';
import { DRIFT_CHECK } from '#lambdas/cost-reports/plan/plan-monthly.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import type { PlannedQuery } from '#lambdas/cost-reports/plan/run-plan.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** So many questions in a row that nobody answers are an outage: further ones would be counted as if they were billed. */
const MOST_UNANSWERED = 2;

/**
 * Asks all that the run has to ask. What is refused or fails keeps nothing else from being asked. The drift
 * check comes first: the months that moved are then read by the same requests as the open ones.
 */
export async function askAll(
  message: CostMessage,
  state: CostState,
  source: CostSource,
  { settings, hasTime }: Pick<CostPorts, 'settings' | 'hasTime'>,
): Promise<CostRun> {
  const outcomes = new Map<string, Outcome>();
  const scans = new Map<string, QueryScan>();
  let unanswered = 0;

  async function ask({ query }: PlannedQuery): Promise<void> {
    try {
      if (unanswered >= MOST_UNANSWERED) throw new RetryLaterError('Cost Explorer is not asked for now');
      const fetched = await source.fetch(query);
      unanswered = 0;
      const usage = usageOf(query);
      if (usage && fetched.state === 'complete') {
        scans.set(query.name, await scanLines(source.lines(usage), recordTypeIndexOf(usage)));
      }
      outcomes.set(query.name, fetched);
    } catch (error) {
      if (!hasTime()) throw error;
      unanswered += 1;
      outcomes.set(query.name, { state: 'failed', error });
    }
  }

  const input = { set: message.set, at: message.at, settings, state };
  const planned = planRun(input).queries;
  source.announce?.(planned.map(({ query }) => query));
  const check = planned.find(({ query }) => query.name === DRIFT_CHECK);
  if (check) await ask(check);
  const drifts = findDrifts(state, scans.get(DRIFT_CHECK));
  const moved = planRun({ ...input, moved: drifts.map(({ month }) => month) });
  const others = moved.queries.filter(({ query }) => query.name !== DRIFT_CHECK);
  source.announce?.(others.map(({ query }) => query));
  const plan = { ...moved, queries: [...(check ? [check] : []), ...others] };
  for (const planned of others) await ask(planned);
  return { at: message.at, plan, settings, state, source, outcomes, scans, drifts };
}
