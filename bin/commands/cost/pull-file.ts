import { Failure } from '#bin/commands/command-line/errors.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import type { ChosenReport } from '#bin/commands/cost/choose-report.ts';
import { countedRows } from '#bin/commands/cost/counted-rows.ts';
import { describeProvenance } from '#bin/commands/cost/describe-provenance.ts';
import type { FileFormat } from '#bin/commands/cost/file-format.ts';
import { type FileOptions, reportFile, withFocusNames } from '#bin/commands/cost/report-file.ts';
import { readProvenance } from '#bin/commands/reports/read-provenance.ts';
import { showSize, writeFile } from '#bin/commands/reports/write-file.ts';
import type { Provenance } from '#lambdas/contracts/report.ts';
import { toFocusNamed } from '#lambdas/cost-reports/focus-names/focus-names.ts';
import { pageKey } from '#lambdas/cost-reports/publish/page-key.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

type Pull = FileOptions & {
  store: ReportStore;
  chosen: ChosenReport[];
  format: FileFormat;
  /** Undefined: standard output. */
  out: string | undefined;
};

/** Makes the file of a report, or of all reports of a month. */
export async function pullFile({ store, format, out, ...pull }: Pull, terminal: Terminal): Promise<void> {
  const { progress } = terminal;
  const chosen = pull.focus ? withFocusNames(pull.chosen) : pull.chosen;
  const counted = countedRows(progress);
  const sheets = await Promise.all(
    chosen.map(async ({ schema, month }) => {
      const rows = readTable(store, schema, month);
      const named = pull.focus ? toFocusNamed(schema, rows) : { schema, rows };
      const provenance = await readProvenance(store, schema, month);
      return { schema: named.schema, rows: counted.pass(named.rows), provenance };
    }),
  );
  const [latest] = sheets.map(({ provenance }) => provenance).sort(byFetchedAt);
  const month = chosen[0]?.month ?? '';
  if (!latest) throw new Error('A file needs a report');
  describeProvenance(latest).forEach((line) => progress(line));
  if (
    format === 'csv' &&
    chosen.some(({ schema }) => schema.columns.some(({ name }) => name === 'account'))
  ) {
    progress('Spreadsheets drop the leading zeros of account ids in CSV: import them as text, or take xlsx.');
  }

  const chunks = format === 'html' ? await readPage(store, month) : reportFile(format, sheets, pull);
  if (out === undefined) return terminal.stream(chunks);
  const bytes = await writeFile(out, chunks);
  const rows = format === 'html' ? '' : `${counted.count().toLocaleString('en-US')} rows, `;
  const reports = chosen.map(({ schema }) => schema.name);
  const data = { file: out, format, month, reports, rows: counted.count(), bytes, provenance: latest };
  terminal.answer(`Wrote ${out}: ${rows}${showSize(bytes)}.`, data);
}

/** As the run drew it. */
async function readPage(store: ReportStore, month: string): Promise<AsyncIterable<Uint8Array>> {
  const page = await store.read(pageKey(month));
  if (!page) throw new Failure(`There is no page of ${month}: the next run that reads this month draws it.`);
  return page;
}

/** The latest first. */
function byFetchedAt(a: Provenance, b: Provenance): number {
  return a.fetchedAt > b.fetchedAt ? -1 : Number(a.fetchedAt < b.fetchedAt);
}
