import { type CostRun, mainQueryOf } from '#lambdas/cost-reports/cost-run.ts';
import type { TroubleKind } from '#lambdas/cost-reports/cost-state.ts';

/** What keeps runs from working, with the reason for people. */
export type Troubles = ReadonlyMap<TroubleKind, string>;

/**
 * A run does not work where its main question is refused or answered with nothing, or where a cap stopped it at
 * any. What else is refused is named in notes.
 */
export function troublesOf({ plan, outcomes, scans }: CostRun): Troubles {
  const troubles = new Map<TroubleKind, string>();
  for (const outcome of outcomes.values()) {
    if (outcome.state === 'refused' && outcome.reason === 'cap') troubles.set('cap', outcome.message);
  }
  const main = mainQueryOf(plan) ?? plan.queries[0]?.query;
  const answer = main && outcomes.get(main.name);
  if (answer?.state === 'refused' && answer.reason !== 'cap') {
    troubles.set(answer.reason === 'access' ? 'access' : 'nothing', answer.message);
  }
  if (main && scans.get(main.name)?.months.size === 0) {
    troubles.set('nothing', `AWS has no costs from ${main.period.start} to ${main.period.end}.`);
  }
  return troubles;
}
