import type { Provenance, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { exportKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { type Chunks, type ReportStore, writeJson } from '#lambdas/runtime/report-store.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { toCsvMetadata } from '#lambdas/runtime/tables/csv-metadata.ts';
import { gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { toParquet } from '#lambdas/runtime/tables/parquet.ts';

export type Publication = {
  schema: TableSchema;
  /** `YYYY-MM` */
  month: string;
  rows: RowBatches;
  provenance: Provenance;
  parquet: boolean;
};

/**
 * Replaces a month of a table in every format. The rows are made once, for the file that programs read; all
 * other files are made of that one, so that they never differ.
 */
export async function publishTable(store: ReportStore, publication: Publication): Promise<void> {
  const { schema, month, rows, provenance, parquet } = publication;
  const write = (key: string, chunks: Chunks, contentType: string) =>
    store.write(key, chunks, { contentType });
  const csvKey = exportKey(schema.name, month, 'csv');
  const stored = () => readTable(store, schema, month);

  await write(tableKey(schema.name, month), gzipped(toNdjson(schema, rows)), 'application/gzip');
  if (parquet) {
    const parquetKey = tableKey(schema.name, month, 'parquet');
    await write(parquetKey, toParquet(schema, stored(), provenance), 'application/vnd.apache.parquet');
  }
  await write(csvKey, toCsv(schema, stored()), 'text/csv; charset=utf-8');
  await writeJson(store, `${csvKey}-metadata.json`, toCsvMetadata(schema, provenance, `${month}.csv`));
  const jsonKey = exportKey(schema.name, month, 'json');
  await write(jsonKey, toJsonDocument(schema, stored(), provenance), 'application/json');
}
