import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { Day } from '#lambdas/cost-reports/page/page-data.ts';
import { type Stored, sumTable } from '#lambdas/cost-reports/page/sum-table.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';

/** The days of a month that have costs, in their order; none where costs are not stored by day. */
export async function readDays(store: Stored, month: string, basis: Basis): Promise<Day[]> {
  const by = ['period_start', 'measure', 'estimated'];
  const found = await sumTable(store, groupedTable('total', 'DAILY'), month, { basis, by });
  const days = new Map<string, Day>();
  for (const { cells, amount } of found?.sums ?? []) {
    const [day = '', measure, estimated] = cells;
    const known = days.get(day) ?? { day, sum: { charges: 0n, credits: 0n, net: 0n }, estimated: false };
    if (measure === 'gross') known.sum.charges += amount;
    if (measure === 'credits' || measure === 'refunds') known.sum.credits += amount;
    if (measure === 'net') known.sum.net += amount;
    known.estimated ||= estimated === 'true';
    days.set(day, known);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What the days before one came to. */
export function netBefore(days: readonly Day[], day: string): bigint {
  return days.filter((each) => each.day < day).reduce((sum, each) => sum + each.sum.net, 0n);
}

/** Every day from the first to the last, whether it has costs or not. */
export function everyDay(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
