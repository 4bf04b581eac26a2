import type { Cell, TableSchema } from '#lambdas/contracts/report.ts';
import { tableKey } from '#lambdas/contracts/report-keys.ts';
import { addDays, addMonths, firstDayOf } from '#lambdas/cost-reports/periods.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toNdjson } from '#lambdas/runtime/tables/ndjson.ts';

export type Cells = Record<string, Cell>;

/** Stores a month of a table from cells by name; those that every row has alike are filled in. */
export async function aStoredTable(
  store: ReportStore,
  schema: TableSchema,
  month: string,
  rows: Iterable<Cells>,
): Promise<void> {
  const daily = schema.name.endsWith('-daily');
  const rowOf = (cells: Cells) => {
    const start = String(cells['period_start'] ?? firstDayOf(month));
    const defaults: Cells = {
      period_start: start,
      period_end: daily ? addDays(start, 1) : firstDayOf(addMonths(month, 1)),
      granularity: daily ? 'DAILY' : 'MONTHLY',
      basis: 'net_unblended',
      currency: 'USD',
      estimated: false,
      account_name: '',
      fetched_at: '2026-11-22T09:00:12Z',
    };
    return schema.columns.map(({ name }) => cells[name] ?? defaults[name] ?? null);
  };
  const batches = [...rows].map((cells) => [rowOf(cells)]);
  const kind = { contentType: 'application/x-ndjson' };
  await store.write(tableKey(schema.name, month), gzipped(toNdjson(schema, batches)), kind);
}
