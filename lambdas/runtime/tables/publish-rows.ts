import type { Provenance, Row, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { exportKey } from '#lambdas/contracts/report-keys.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { type Chunks, type ReportStore, writeJson } from '#lambdas/runtime/report-store.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { toCsvMetadata } from '#lambdas/runtime/tables/csv-metadata.ts';
import { gunzipped, gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { fromNdjson, toNdjson } from '#lambdas/runtime/tables/ndjson.ts';

export type RowsToPublish = {
  schema: TableSchema;
  /** The file that programs and Athena read. */
  key: string;
  /** What the files for people are named after: a day or a month. */
  period: string;
  rows: RowBatches;
  /** Asked for when all rows have come. */
  provenanceOf: () => Provenance;
};

/**
 * Replaces a file of a table and what people take of it. Its rows may still be made, so they go into the file that
 * programs read; what people take is made of that one, when it is known what could not be read.
 */
export async function publishRows(store: ReportStore, publication: RowsToPublish): Promise<void> {
  const { schema, key, period, rows, provenanceOf } = publication;
  const write = (name: string, chunks: Chunks, contentType: string) =>
    store.write(name, chunks, { contentType });
  const stored = () => storedRows(store, publication);
  await write(key, gzipped(toNdjson(schema, rows)), 'application/gzip');

  const provenance = provenanceOf();
  const csvKey = exportKey(schema.name, period, 'csv');
  await write(csvKey, toCsv(schema, stored()), 'text/csv; charset=utf-8');
  await writeJson(store, `${csvKey}-metadata.json`, toCsvMetadata(schema, provenance, `${period}.csv`));
  const jsonKey = exportKey(schema.name, period, 'json');
  await write(jsonKey, toJsonDocument(schema, stored(), provenance), 'application/json');
}

async function* storedRows(
  store: ReportStore,
  { schema, key, period }: RowsToPublish,
): AsyncGenerator<readonly Row[]> {
  const file = await store.read(key);
  if (!file) throw new PermanentError('The table is gone', { fields: { period } });
  yield* fromNdjson(schema, gunzipped(file));
}
