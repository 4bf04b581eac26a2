import type { Provenance, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { jsonRows } from '#lambdas/runtime/tables/json-row.ts';
import { rowsAsText } from '#lambdas/runtime/tables/rows-as-text.ts';

/** Raised when a reader of the former form would misread the new one. */
const SCHEMA_VERSION = 1;

/** A table as one JSON document with its columns and provenance, as `docs/schemas/report.schema.json` describes. */
export function toJsonDocument(
  schema: TableSchema,
  rows: RowBatches,
  provenance: Provenance,
): AsyncIterable<Uint8Array> {
  const { name, title, about, columns } = schema;
  const head = { schemaVersion: SCHEMA_VERSION, report: name, title, about, provenance, columns };
  return rowsAsText(rows, {
    textOf: jsonRows(schema),
    before: `${JSON.stringify(head).slice(0, -1)},"rows":[\n`,
    between: ',\n',
    after: '\n]}\n',
  });
}
