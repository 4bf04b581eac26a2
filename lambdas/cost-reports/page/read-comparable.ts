import { type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { Granularity } from '#lambdas/cost-reports/cost-query.ts';
import { type Stored, sumTable, type TableSums } from '#lambdas/cost-reports/page/sum-table.ts';

/** `days`: how many of a running month are over and known by day, where any are. */
export type PageMonths = { month: string; before: string; basis: Basis; days?: number };

/** `days`: both are of the first so many days of their month; absent: of all that is stored of it. */
export type Comparable = { current: TableSums; previous?: TableSums; days?: number };

/**
 * Sums of this month and the one before. A running month is compared by the same days of both where tables by day
 * are there: weeks against a whole month would look like savings.
 */
export async function readComparable(
  store: Stored,
  report: GroupedReport,
  by: readonly string[],
  { month, before, basis, days }: PageMonths,
): Promise<Comparable | undefined> {
  const byDay = (of: string) => sumTable(store, groupedTable(report, 'DAILY'), of, { basis, by, days });
  if (days) {
    const current = await byDay(month);
    const previous = current && (await byDay(before));
    if (previous) return { current, previous, days };
  }
  const current = await readWhole(store, report, month, { basis, by });
  if (!current) return undefined;
  const previous = await readWhole(store, report, before, { basis, by });
  return { current, ...(previous && { previous }) };
}

/** Sums of all that is stored of a month, by the granularity that is looked for first. */
export async function readWhole(
  store: Stored,
  report: GroupedReport,
  month: string,
  { first = 'MONTHLY', ...options }: { basis: Basis; by: readonly string[]; first?: Granularity },
): Promise<TableSums | undefined> {
  const other = first === 'MONTHLY' ? 'DAILY' : 'MONTHLY';
  return (
    (await sumTable(store, groupedTable(report, first), month, options)) ??
    (await sumTable(store, groupedTable(report, other), month, options))
  );
}
