import { Failure } from '#bin/commands/command-line/errors.ts';
import type { ChosenReport } from '#bin/commands/cost/choose-report.ts';
import type { FileFormat } from '#bin/commands/cost/file-format.ts';
import { toXlsx } from '#bin/commands/cost/xlsx/to-xlsx.ts';
import type { Provenance, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { hasFocusNames } from '#lambdas/cost-reports/focus-names/focus-names.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { toParquet } from '#lambdas/runtime/tables/parquet.ts';

/** A month of a table on its way into a file. */
export type Sheet = { schema: TableSchema; rows: RowBatches; provenance: Provenance };

export type FileOptions = { excel: boolean; focus: boolean };

/** Those of some reports whose columns FOCUS has names for; a failure where none has. */
export function withFocusNames(chosen: ChosenReport[]): ChosenReport[] {
  const named = chosen.filter(({ schema }) => hasFocusNames(schema));
  if (named.length > 0) return named;
  const names = chosen.map(({ schema }) => schema.name).join(', ');
  throw new Failure(
    `FOCUS has no names for the columns of ${names}. Take services, accounts, regions or tags.`,
  );
}

/** The bytes of a file of one table, or of several in the one format that has room for them. */
export function reportFile(
  format: Exclude<FileFormat, 'html'>,
  sheets: Sheet[],
  { excel }: Pick<FileOptions, 'excel'>,
): AsyncIterable<Uint8Array> {
  const [first] = sheets;
  if (!first) throw new Error('A file needs a table');
  const { schema, rows, provenance } = first;
  switch (format) {
    case 'csv':
      return toCsv(schema, rows, { excel });
    case 'json':
      return toJsonDocument(schema, rows, provenance);
    case 'ndjson':
      return toNdjson(schema, rows);
    case 'parquet':
      return toParquet(schema, rows, provenance);
    case 'xlsx':
      return toXlsx(sheets);
  }
}
