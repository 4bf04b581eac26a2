import type { Compared, PageData, Totals } from '#lambdas/cost-reports/page/page-data.ts';
import { type PageMonths, readComparable, readWhole } from '#lambdas/cost-reports/page/read-comparable.ts';
import type { Stored, TableSums } from '#lambdas/cost-reports/page/sum-table.ts';
import { addMonths, dayOf, firstDayOf } from '#lambdas/cost-reports/periods.ts';

const TREND_MONTHS = 13;
const BY = ['measure'];

/** The month's measures: all that is stored of it, and what of it can be compared with the month before. */
export async function readTotal(
  store: Stored,
  months: PageMonths,
): Promise<(Compared<Totals> & { currency: string; partial: boolean }) | undefined> {
  const { month, basis, days } = months;
  const first = days === undefined ? 'MONTHLY' : 'DAILY';
  const all = await readWhole(store, 'total', month, { basis, by: BY, first });
  const compared = all && (await readComparable(store, 'total', BY, months));
  if (!compared) return undefined;
  return {
    soFar: totalsOf(all),
    current: totalsOf(compared.current),
    ...(compared.previous && { previous: totalsOf(compared.previous) }),
    ...(compared.days && { days: compared.days }),
    fetchedAt: all.fetchedAt,
    currency: all.currency,
    partial: all.estimated || !isOver(month, all.fetchedAt),
  };
}

/** Thirteen months up to this one, as far back as any is stored; those missing in between are there without figures. */
export async function readTrend(
  store: Stored,
  { month, basis, days }: PageMonths,
): Promise<PageData['trend']> {
  const trend: PageData['trend'] = [];
  for (let back = TREND_MONTHS - 1; back >= 0; back -= 1) {
    const each = addMonths(month, -back);
    const first = back === 0 && days !== undefined ? 'DAILY' : 'MONTHLY';
    const found = await readWhole(store, 'total', each, { basis, by: BY, first });
    const partial = found !== undefined && (found.estimated || !isOver(each, found.fetchedAt));
    if (found) trend.push({ month: each, totals: totalsOf(found), partial });
    else if (trend.length > 0) trend.push({ month: each, partial: false });
  }
  return trend;
}

/** Whether all of a month was over when AWS was asked. */
export function isOver(month: string, fetchedAt: string): boolean {
  return fetchedAt === '' || dayOf(fetchedAt) >= firstDayOf(addMonths(month, 1));
}

function totalsOf({ sums }: TableSums): Totals {
  return Object.fromEntries(sums.map(({ cells: [measure = ''], amount }) => [measure, amount] as const));
}
