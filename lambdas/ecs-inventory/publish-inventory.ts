import { ECS_SERVICES } from '#lambdas/contracts/ecs-service-table.ts';
import type { Provenance, Row, RowBatches } from '#lambdas/contracts/report.ts';
import { dayTableKey, exportKey } from '#lambdas/contracts/report-keys.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { type Chunks, type ReportStore, writeJson } from '#lambdas/runtime/report-store.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { toCsvMetadata } from '#lambdas/runtime/tables/csv-metadata.ts';
import { gunzipped, gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { fromNdjson, toNdjson } from '#lambdas/runtime/tables/ndjson.ts';

const SCHEMA = ECS_SERVICES;

/**
 * Replaces a day of the table. Its rows come while accounts are still asked, so they go into the file that programs
 * read; what people take is made of that one, when it is known what could not be read.
 */
export async function publishInventory(
  store: ReportStore,
  date: string,
  rows: RowBatches,
  provenanceOf: () => Provenance,
): Promise<void> {
  const write = (key: string, chunks: Chunks, contentType: string) =>
    store.write(key, chunks, { contentType });
  await write(dayTableKey(SCHEMA.name, date), gzipped(toNdjson(SCHEMA, rows)), 'application/gzip');

  const provenance = provenanceOf();
  const csvKey = exportKey(SCHEMA.name, date, 'csv');
  await write(csvKey, toCsv(SCHEMA, storedRows(store, date)), 'text/csv; charset=utf-8');
  await writeJson(store, `${csvKey}-metadata.json`, toCsvMetadata(SCHEMA, provenance, `${date}.csv`));
  const jsonKey = exportKey(SCHEMA.name, date, 'json');
  await write(jsonKey, toJsonDocument(SCHEMA, storedRows(store, date), provenance), 'application/json');
}

async function* storedRows(store: ReportStore, date: string): AsyncGenerator<readonly Row[]> {
  const file = await store.read(dayTableKey(SCHEMA.name, date));
  if (!file) throw new PermanentError('The table of the day is gone', { fields: { date } });
  yield* fromNdjson(SCHEMA, gunzipped(file));
}
