import { textTable } from '#bin/commands/command-line/text-table.ts';
import { allCostTables } from '#lambdas/contracts/cost-tables.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** A report of which there is something, and the months that there are of it, oldest first. */
export type KnownReport = { schema: TableSchema; months: string[] };

const TABLE = /^tables\/report=([^/]+)\/month=(\d{4}-\d{2})\/part-0\.ndjson\.gz$/;

/** In the order of the documentation. */
export async function listReports(store: Pick<ReportStore, 'list'>): Promise<KnownReport[]> {
  const found = (await store.list('tables/')).flatMap((key) => {
    const [, report, month] = TABLE.exec(key) ?? [];
    return report && month ? [{ report, month }] : [];
  });
  const byReport = Map.groupBy(found, ({ report }) => report);
  return allCostTables().flatMap((schema) => {
    const months = byReport.get(schema.name)?.map(({ month }) => month) ?? [];
    return months.length > 0 ? [{ schema, months: months.sort() }] : [];
  });
}

export function describeReports(reports: KnownReport[]): string[] {
  const rows = reports.map(({ schema: { name, title }, months }) => [name, describeMonths(months), title]);
  return textTable([['REPORT', 'MONTHS', 'WHAT'], ...rows]);
}

/** `2025-11 … 2026-10, 2027-01`: what follows each other as one range. */
export function describeMonths(months: string[]): string {
  const ranges: [string, string][] = [];
  for (const month of months) {
    const last = ranges.at(-1);
    if (last && numberOf(month) === numberOf(last[1]) + 1) last[1] = month;
    else ranges.push([month, month]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first} … ${last}`)).join(', ');
}

function numberOf(month: string): number {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  return year * 12 + ofYear;
}
