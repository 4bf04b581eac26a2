import { join } from 'node:path';
import { REEVE } from '#bin/commands/command-line/help.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import { describeReports, type KnownReport, listReports } from '#bin/commands/cost/list-reports.ts';
import { priceWords, readKnown, readRequests } from '#bin/commands/cost/run-budget.ts';
import { describeMonthSums, monthSumsData, sumsByMonth } from '#bin/commands/cost/sums-by-month.ts';
import type { RefusedQuery } from '#bin/commands/cost/told-source.ts';
import { readProvenance } from '#bin/commands/reports/read-provenance.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { type CostMessage, runIdOf } from '#lambdas/cost-reports/cost-message.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

type Ended = {
  store: ReportStore;
  folder: string;
  message: CostMessage;
  settings: CostSettings;
  refused: readonly RefusedQuery[];
};

/** So many months of sums; the others are in the reports. */
const MONTHS_SHOWN = 3;

/**
 * What a run on this machine came to: its price, what was refused, sums of the last months, what lies in the folder,
 * what to know. `hasMade`: something in the folder is of this run.
 */
export async function showRun(
  { store, folder, message, settings, refused }: Ended,
  { answer }: Terminal,
): Promise<{ hasMade: boolean }> {
  const { basis, caps } = settings;
  const run = runIdOf(message);
  const reports = await listReports(store);
  const requests = await readRequests(store, run, message.at);
  const { hasMade, notes } = await factsOf(run, reports, store);
  const totals = reports.find(({ schema }) => schema.name === `total-${message.set}`);
  const sums = totals
    ? await sumsByMonth(store, totals.schema, totals.months.slice(-MONTHS_SHOWN), basis)
    : [];
  const page = (await store.list('exports/costs/')).filter((key) => key.endsWith('.html')).at(-1);
  const { spent } = await readKnown(store, new Date().toISOString());

  const text = [
    `The run asked ${priceWords(requests)}; this month ${spent} of ${caps.month} are spent.`,
    ...describeRefused(refused).map((note) => `- ${note}`),
    ...notes.map((note) => `- ${note}`),
    '',
    ...(sums.length > 0 ? [`Costs, ${basis.replace('_', ' ')}`, '', ...describeMonthSums(sums), ''] : []),
    ...(reports.length > 0
      ? [
          ...describeReports(reports),
          '',
          `More: ${REEVE} cost pull --from ${folder} --report NAME; as files in ${join(folder, 'exports')}.`,
        ]
      : ['There are no reports yet.']),
    ...(page ? [`To look at: ${join(folder, page)}`] : []),
  ];
  answer(text.join('\n'), {
    run,
    folder,
    requests,
    spent,
    refused,
    notes,
    basis,
    sums: monthSumsData(sums),
    reports: reports.map(({ schema, months }) => ({ report: schema.name, months })),
  });
  return { hasMade };
}

/** A reason is said once: a cap refuses all that come after it. */
function describeRefused(refused: readonly RefusedQuery[]): string[] {
  const byMessage = Map.groupBy(refused, ({ message }) => message);
  return [...byMessage].map(
    ([message, queries]) => `Refused: ${queries.map(({ query }) => query).join(', ')}. ${message}`,
  );
}

/** As the tables of the run say; of a run that wrote none nothing is known. */
async function factsOf(run: string, reports: KnownReport[], store: ReportStore) {
  const all = await Promise.all(
    reports.map(({ schema, months }) => readProvenance(store, schema, months.at(-1) ?? '')),
  );
  const own = all.filter((provenance) => provenance.run === run);
  return {
    hasMade: own.length > 0,
    notes: [...new Set(own.flatMap(({ notes }) => notes))],
  };
}
