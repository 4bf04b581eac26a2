import type { Sheet } from '#bin/commands/cost/report-file.ts';
import { readProvenance } from '#bin/commands/reports/read-provenance.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import { askAll } from '#lambdas/cost-reports/ask-all.ts';
import { collectNotes } from '#lambdas/cost-reports/check/collect-notes.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { tableRows } from '#lambdas/cost-reports/publish/table-rows.ts';
import { runCosts } from '#lambdas/cost-reports/run-costs.ts';
import { MESSAGE, PLAN, RUN } from './the-run.ts';

type MonthRows = (month: string) => AsyncIterable<readonly Row[]>;

/** `run`: a whole run, then its stored tables. `answers`: rows straight from the answers, and nothing is stored. */
export const SHEETS_OF: Record<string, (ports: CostPorts) => Promise<Sheet[]>> = {
  async run(ports) {
    const { store } = ports;
    await runCosts(MESSAGE, ports);
    return Promise.all(
      PLAN.queries.flatMap(({ query, tables }) =>
        tables.map(async (schema) => {
          const months = monthsIn(query.period);
          const rows = allMonths(months, (month) => readTable(store, schema, month));
          return { schema, rows, provenance: await readProvenance(store, schema, months.at(-1) ?? '') };
        }),
      ),
    );
  },

  async answers({ openSource, ...ports }) {
    const { source } = openSource(RUN);
    const run = await askAll(MESSAGE, { months: {}, pages: {} }, source, ports);
    const notes = collectNotes(run).map(({ text }) => text);
    const from = { run: RUN, fetchedAt: MESSAGE.at, source: source.name };
    const provenance = { ...from, requests: 0, partial: true, notes };
    return run.plan.queries.flatMap((planned) =>
      planned.tables.map((schema) => {
        const months = monthsIn(planned.query.period);
        const rows = allMonths(months, (month) => tableRows(run, schema, month, planned));
        return { schema, rows, provenance };
      }),
    );
  },
};

async function* allMonths(months: readonly string[], rowsOf: MonthRows): AsyncGenerator<readonly Row[]> {
  for (const month of months) yield* rowsOf(month);
}
