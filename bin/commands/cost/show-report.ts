import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import type { ChosenReport } from '#bin/commands/cost/choose-report.ts';
import { describeProvenance } from '#bin/commands/cost/describe-provenance.ts';
import { describeRows, firstRows, rowsData } from '#bin/commands/cost/describe-rows.ts';
import { describeSums, sumsData } from '#bin/commands/cost/describe-sums.ts';
import { sumRows } from '#bin/commands/cost/sum-rows.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { readProvenance } from '#bin/commands/reports/read-provenance.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** A month of a report as a table for the terminal: sums where it holds costs, else its rows. */
export async function showReport(
  store: ReportStore,
  { schema, month }: ChosenReport,
  { answer, progress }: Terminal,
): Promise<void> {
  const { costs } = await readSettings();
  const basis = costs?.basis ?? 'unblended';
  const provenance = await readProvenance(store, schema, month);
  const rows = readTable(store, schema, month);
  const title = `${schema.title}, ${month}`;
  describeProvenance(provenance).forEach((line) => progress(line));
  if (!schema.columns.some(({ name }) => name === 'amount')) {
    const first = await firstRows(schema, rows);
    const text = [title, '', ...describeRows(first)].join('\n');
    const { count } = first;
    return answer(text, { report: schema.name, month, provenance, count, rows: rowsData(first) });
  }
  const sums = await sumRows(schema, rows, basis);
  const isOfOneBasis = sums.sumNames.includes('net');
  const heading = isOfOneBasis ? `${title}, ${basis.replace('_', ' ')}` : title;
  answer([heading, '', ...describeSums(sums)].join('\n'), {
    report: schema.name,
    month,
    ...(isOfOneBasis ? { basis } : {}),
    provenance,
    sums: sumsData(sums),
  });
}
