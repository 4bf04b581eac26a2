import type { Row, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import type { Chunks } from '#lambdas/runtime/report-store.ts';
import { jsonRows } from '#lambdas/runtime/tables/json-row.ts';
import { linesOf } from '#lambdas/runtime/tables/lines-of.ts';
import { readJsonRows } from '#lambdas/runtime/tables/read-json-row.ts';
import { rowsAsText } from '#lambdas/runtime/tables/rows-as-text.ts';

/** A table as one JSON object a line, in UTF-8; decimals as text. */
export function toNdjson(schema: TableSchema, rows: RowBatches): AsyncIterable<Uint8Array> {
  return rowsAsText(rows, { textOf: jsonRows(schema, '}\n') });
}

/** The rows that `toNdjson` wrote. A line that is not of the table is a permanent error with its number. */
export async function* fromNdjson(schema: TableSchema, chunks: Chunks): AsyncGenerator<readonly Row[]> {
  const rowOf = readJsonRows(schema);
  let number = 0;
  for await (const lines of linesOf(chunks)) yield lines.map((line) => rowOf(line, (number += 1)));
}
