import { csvRecords } from '#lambdas/cost-reports/focus/csv-records.ts';
import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import { type FocusColumn, type FocusRow, placesOf } from '#lambdas/cost-reports/focus/focus-columns.ts';
import { gunzipped } from '#lambdas/runtime/tables/gzip.ts';

/** The charges of a gzip CSV file, as they come: nothing of it is kept. */
export async function* readCsv(
  files: ExportFiles,
  file: ExportFile,
  wanted: readonly FocusColumn[],
): AsyncGenerator<readonly FocusRow[]> {
  const chunks = gunzipped(await files.read(file));
  yield* csvRecords(chunks, (header) => placesOf(wanted, header));
}
