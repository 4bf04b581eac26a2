import type { Provenance, Row } from '#lambdas/contracts/report.ts';
import { supersededKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import type { CostRun } from '#lambdas/cost-reports/cost-run.ts';
import { publishTable } from '#lambdas/cost-reports/publish/publish-table.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import type { TableMonth } from '#lambdas/cost-reports/publish/table-months.ts';
import { tableRows } from '#lambdas/cost-reports/publish/table-rows.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/**
 * Writes a month of a table; what a frozen month held before is kept. Says whether there is a file: a month
 * without rows gets none.
 */
export async function publishMonth(
  run: CostRun,
  tableMonth: TableMonth,
  provenance: Provenance,
  store: ReportStore,
): Promise<boolean> {
  const { schema, month } = tableMonth;
  if (run.plan.set === 'monthly' && run.state.months[month]?.frozenAt !== undefined) {
    await keepFormer(store, tableKey(schema.name, month), supersededKey(schema.name, month, run.plan.run));
  }
  const rows = rowsOf(run, tableMonth, store);
  const first = await rows.next();
  if (first.done && (await store.list(tableKey(schema.name, month))).length === 0) return false;
  const all = first.done ? [] : startingWith(first.value, rows);
  await publishTable(store, { schema, month, rows: all, provenance, parquet: run.settings.parquet });
  return true;
}

/** Once: a run that is repeated would keep what it has written itself. */
async function keepFormer(store: ReportStore, from: string, to: string): Promise<void> {
  if ((await store.list(to)).length > 0) return;
  const former = await store.read(from);
  if (former) await store.write(to, former, { contentType: 'application/gzip' });
}

async function* rowsOf(
  run: CostRun,
  { schema, month, fresh, kept }: TableMonth,
  store: ReportStore,
): AsyncGenerator<readonly Row[]> {
  for (const planned of fresh) {
    for await (const rows of tableRows(run, schema, month, planned)) if (rows.length > 0) yield rows;
  }
  for (const { share } of kept) {
    const index = schema.columns.findIndex(({ name }) => name === share?.column);
    for await (const rows of readTable(store, schema, month)) {
      const own = rows.filter((row) => row[index] === share?.value);
      if (own.length > 0) yield own;
    }
  }
}

async function* startingWith(
  first: readonly Row[],
  rest: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  yield first;
  yield* rest;
}
