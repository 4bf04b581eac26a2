import type { Cell, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { tableKey } from '#lambdas/contracts/report-keys.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gunzipped } from '#lambdas/runtime/tables/gzip.ts';
import { fromNdjson } from '#lambdas/runtime/tables/ndjson.ts';

export type Stored = Pick<ReportStore, 'read'>;

/** Sums of a table's month, by the cells that were asked for. */
export type TableSums = {
  sums: { cells: readonly string[]; name: string; amount: bigint }[];
  estimated: boolean;
  fetchedAt: string;
  currency: string;
};
/** `days`: only what begins on the first so many days of the month. */
export type SumOptions = { basis: Basis; by: readonly string[]; days?: number | undefined };

/** Sums the amounts of a month; undefined where the table is not stored. Holds a sum for each key, never the rows. */
export async function sumTable(
  store: Stored,
  schema: TableSchema,
  month: string,
  { basis, by, days = 31 }: SumOptions,
): Promise<TableSums | undefined> {
  const batches = await readTableRows(store, schema, month);
  if (!batches) return undefined;
  const at = (name: string) => schema.columns.findIndex((column) => column.name === name);
  const [start, basisAt, amountAt] = [at('period_start'), at('basis'), at('amount')];
  const [estimatedAt, fetchedAt, nameAt, currencyAt] = [
    at('estimated'),
    at('fetched_at'),
    at('account_name'),
    at('currency'),
  ];
  const keyAt = by.map(at);
  const found = new Map<string, TableSums['sums'][number]>();
  const result: TableSums = { sums: [], estimated: false, fetchedAt: '', currency: '' };

  const add = (row: Row) => {
    if (row[basisAt] !== basis || Number(String(row[start]).slice(8)) > days) return;
    const cells = keyAt.map((index) => String(row[index]));
    const key = JSON.stringify(cells);
    let sum = found.get(key);
    if (!sum) found.set(key, (sum = { cells, name: '', amount: 0n }));
    sum.amount += row[amountAt] as bigint;
    sum.name ||= String(row[nameAt] ?? '');
    result.estimated ||= row[estimatedAt] === true;
    result.fetchedAt = String(row[fetchedAt]);
    result.currency = String(row[currencyAt]);
  };
  for await (const rows of batches) for (const row of rows) add(row);
  return { ...result, sums: [...found.values()] };
}

/** The rows of a small table by the names of its columns; undefined where it is not stored. */
export async function readRecords(
  store: Stored,
  schema: TableSchema,
  month: string,
): Promise<Record<string, Cell>[] | undefined> {
  const batches = await readTableRows(store, schema, month);
  if (!batches) return undefined;
  const records: Record<string, Cell>[] = [];
  for await (const rows of batches)
    for (const row of rows)
      records.push(Object.fromEntries(schema.columns.map(({ name }, index) => [name, row[index] ?? null])));
  return records;
}

async function readTableRows(store: Stored, schema: TableSchema, month: string) {
  const file = await store.read(tableKey(schema.name, month));
  return file && fromNdjson(schema, gunzipped(file));
}
