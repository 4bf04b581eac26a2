import { type Note, notesAbout } from '#lambdas/cost-reports/check/note.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { type CostRun, completeOf, mainQueryOf } from '#lambdas/cost-reports/cost-run.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { monthOf } from '#lambdas/cost-reports/periods.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

type Ports = Pick<CostPorts, 'publishPage' | 'hasTime'> & {
  requests: number;
  states: CostState['months'];
};

/** Makes the pages of months that were written anew and have costs; others have nothing to show. */
export async function publishPages(
  run: CostRun,
  months: readonly string[],
  notes: readonly Note[],
  { publishPage, hasTime, requests, states }: Ports,
): Promise<void> {
  const times = run.plan.queries.map(({ query }) => completeOf(run, query.name)?.fetchedAt);
  const [fetchedAt = run.at] = times.filter((time) => time !== undefined).sort();
  const main = run.scans.get(mainQueryOf(run.plan)?.name ?? '');
  for (const month of months) {
    if (main && !main.months.has(month)) continue;
    if (!hasTime()) throw new RetryLaterError('No time left for the next page', { afterSeconds: 1 });
    const provenance = {
      run: run.plan.run,
      fetchedAt,
      source: run.source.name,
      requests,
      partial: month >= monthOf(run.plan.today),
      notes: notesAbout(notes, { month }),
    };
    await publishPage(month, provenance, states[month]);
  }
}
