import type { TableSchema } from '#lambdas/contracts/report.ts';

/** Files of reports that are kept as the source sent them. Each run has its own; none is ever overwritten. */
export function rawPageKey(page: { query: string; month: string; run: string; page: number }): string {
  return `${rawRunPrefix(page)}page-${page.page}.json.gz`;
}

/** Where the raw pages of a query's run are. `month`: of the run, `YYYY-MM`. */
export function rawRunPrefix({ query, month, run }: { query: string; month: string; run: string }): string {
  return `raw/query=${query}/month=${month}/run=${run}/`;
}

/** A month of a table, as programs and Athena read it: replaced whole, never appended to. */
export function tableKey(
  report: string,
  month: string,
  format: 'ndjson.gz' | 'parquet' = 'ndjson.gz',
): string {
  const root = format === 'parquet' ? 'parquet' : 'tables';
  return `${root}/report=${report}/month=${month}/part-0.${format}`;
}

/**
 * A file of a table that grows by batches: a month has many. `batch` names what is in it, so that the same batch
 * written again replaces its own file.
 */
export function batchKey(report: string, month: string, batch: string): string {
  return `tables/report=${report}/month=${month}/${batch}.ndjson.gz`;
}

/** A day of a table that has a file for each: the files of a month lie together, and each is replaced whole. */
export function dayTableKey(report: string, date: string): string {
  return `tables/report=${report}/month=${date.slice(0, 7)}/${date}.ndjson.gz`;
}

/** What a frozen month held before it was restated. */
export function supersededKey(report: string, month: string, run: string): string {
  return `superseded/report=${report}/month=${month}/run=${run}/part-0.ndjson.gz`;
}

/** A month, or a day, of a report as people take it: `exports/services-monthly/2026-10.csv`. */
export function exportKey(report: string, period: string, extension: string): string {
  return `exports/${report}/${period}.${extension}`;
}

/** What a capability remembers from one run to the next. */
export function stateKey(capability: string, name: string): string {
  return `state/${capability}/${name}.json`;
}

/** The name of a table in the Glue catalog, where `-` is not allowed. */
export function glueTableName({ name }: Pick<TableSchema, 'name'>): string {
  return name.replaceAll('-', '_');
}
