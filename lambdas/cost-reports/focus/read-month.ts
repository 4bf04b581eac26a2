import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import { wantedColumns } from '#lambdas/cost-reports/focus/focus-columns.ts';
import { mapValues } from '#lambdas/cost-reports/focus/map-values.ts';
import type { MonthQuestion } from '#lambdas/cost-reports/focus/month-question.ts';
import { readCsv } from '#lambdas/cost-reports/focus/read-csv.ts';
import { readParquet } from '#lambdas/cost-reports/focus/read-parquet.ts';
import { type GrowingChargeSums, sumCharges } from '#lambdas/cost-reports/focus/sum-charges.ts';
import { toCharge } from '#lambdas/cost-reports/focus/to-charge.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** Reads the files of a billing period once, for all questions about it. */
export async function readMonth(
  files: ExportFiles,
  current: readonly ExportFile[],
  questions: readonly MonthQuestion[],
): Promise<GrowingChargeSums[]> {
  const valueOf = mapValues();
  const growing = questions.map((question) => sumCharges(question, valueOf));
  const wanted = wantedColumns(growing.some(({ needsMaps }) => needsMaps));
  for (const file of current) {
    const read = file.key.toLowerCase().endsWith('.parquet') ? readParquet : readCsv;
    try {
      for await (const rows of read(files, file, wanted)) {
        for (const row of rows) {
          const charge = toCharge(row);
          for (const { add } of growing) add(charge);
        }
      }
    } catch (error) {
      throw inFile(file, error);
    }
  }
  return growing;
}

function inFile({ key }: ExportFile, error: unknown): unknown {
  if (error instanceof RetryLaterError || !(error instanceof Error)) return error;
  if (error instanceof ExportRefusal)
    return new ExportRefusal(error.reason, `${key} cannot be read. ${error.message}`);
  const refusal = new ExportRefusal(
    'invalid',
    `${key} cannot be read: it is damaged, or not of AWS Data Exports.`,
  );
  refusal.cause = error;
  return refusal;
}
