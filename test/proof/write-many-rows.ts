import type { RowBatches } from '#lambdas/contracts/report.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { toParquet } from '#lambdas/runtime/tables/parquet.ts';
import { MANY_ROWS_TABLE, manyRows } from '#test/proof/many-rows.ts';
import { aProvenance } from '#test/runtime/tables/a-table.ts';

// Run as a process of its own, as `node write-many-rows.ts csv 1000000`: tells how much memory that took.
const FORMATS: Record<string, (rows: RowBatches) => AsyncIterable<Uint8Array>> = {
  csv: (rows) => toCsv(MANY_ROWS_TABLE, rows),
  ndjson: (rows) => gzipped(toNdjson(MANY_ROWS_TABLE, rows)),
  json: (rows) => toJsonDocument(MANY_ROWS_TABLE, rows, aProvenance()),
  parquet: (rows) => toParquet(MANY_ROWS_TABLE, rows, aProvenance()),
};
const [format = '', count = ''] = process.argv.slice(2);
const write = FORMATS[format];
if (!write) throw new Error(`No such format: ${format}`);

let bytes = 0;
for await (const chunk of write(manyRows(Number(count)))) bytes += chunk.length;
process.stdout.write(JSON.stringify({ bytes, peakBytes: process.resourceUsage().maxRSS * 1024 }));
