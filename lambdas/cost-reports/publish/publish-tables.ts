import type { Provenance } from '#lambdas/contracts/report.ts';
import { type Note, notesAbout } from '#lambdas/cost-reports/check/note.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { type CostRun, completeOf } from '#lambdas/cost-reports/cost-run.ts';
import { monthOf } from '#lambdas/cost-reports/periods.ts';
import { publishMonth } from '#lambdas/cost-reports/publish/publish-month.ts';
import { openProgress } from '#lambdas/cost-reports/publish/run-progress.ts';
import { type TableMonth, tableMonths } from '#lambdas/cost-reports/publish/table-months.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

type Ports = Pick<CostPorts, 'store' | 'hasTime'> & { requests: number };

/**
 * Writes every month of every table that the run has something new for, and gives the months that there are now.
 * A run that has no time left goes on with the next table when its message comes back.
 */
export async function publishTables(run: CostRun, notes: readonly Note[], ports: Ports): Promise<string[]> {
  const { store, hasTime, requests } = ports;
  const progress = await openProgress(store, run.plan.run);
  const written = new Set<string>();
  for (const tableMonth of tableMonths(run)) {
    const { schema, month, fresh } = tableMonth;
    const provenance = provenanceOf(run, tableMonth, notes, requests);
    const id = `${schema.name}/${month}`;
    const content = [provenance.notes, ...fresh.map(({ query }) => query.name)];
    if (!progress.isDone(id, content)) {
      if (!hasTime()) throw new RetryLaterError('No time left for the next table', { afterSeconds: 1 });
      if (!(await publishMonth(run, tableMonth, provenance, store))) continue;
      await progress.done(id, content);
    }
    written.add(month);
  }
  return [...written].sort();
}

function provenanceOf(
  run: CostRun,
  { fresh, kept, month }: TableMonth,
  notes: readonly Note[],
  requests: number,
): Provenance {
  const periods = fresh.flatMap(({ query }) => run.scans.get(query.name)?.months.get(month) ?? []);
  return {
    run: run.plan.run,
    fetchedAt: fresh.map(({ query }) => completeOf(run, query.name)?.fetchedAt ?? '').sort()[0] ?? '',
    source: run.source.name,
    requests,
    partial: month >= monthOf(run.plan.today) || periods.some(({ estimated }) => estimated),
    notes: notesAbout(notes, { queries: [...fresh, ...kept].map(({ query }) => query.name), month }),
  };
}
