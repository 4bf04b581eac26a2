import type { Row, TableSchema } from '#lambdas/contracts/report.ts';
import { tableKey } from '#lambdas/contracts/report-keys.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gunzipped } from '#lambdas/runtime/tables/gzip.ts';
import { fromNdjson } from '#lambdas/runtime/tables/ndjson.ts';

/** The rows of a stored month of a table, some thousands at a time; none where it is not stored. */
export async function* readTable(
  store: Pick<ReportStore, 'read'>,
  schema: TableSchema,
  month: string,
): AsyncGenerator<readonly Row[]> {
  const file = await store.read(tableKey(schema.name, month));
  if (file) yield* fromNdjson(schema, gunzipped(file));
}
