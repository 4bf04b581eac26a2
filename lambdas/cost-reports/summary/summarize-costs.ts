import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { OtherQuery, Period, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSource } from '#lambdas/cost-reports/cost-source.ts';
import type { Comparison, CostSummary, Forecast, Untagged } from '#lambdas/cost-reports/cost-summary.ts';
import { firstDayOf, monthOf } from '#lambdas/cost-reports/periods.ts';
import { rankMovers } from '#lambdas/cost-reports/summary/rank-movers.ts';
import { readForecast } from '#lambdas/cost-reports/summary/read-forecast.ts';
import { type DaySums, sumDays, sumOf } from '#lambdas/cost-reports/summary/sum-days.ts';
import { sumKeys } from '#lambdas/cost-reports/summary/sum-keys.ts';
import { type Windows, windowsOf } from '#lambdas/cost-reports/summary/windows.ts';

export type Summarized = {
  /** The day of the run, `YYYY-MM-DD` in UTC. */
  today: string;
  basis: Basis;
  source: Pick<CostSource, 'name' | 'lines' | 'answers'>;
  /** When the first page of `services` was asked. */
  fetchedAt: string;
  /** By day, service and record type, from the 1st of the month before yesterday's month. Complete. */
  services: UsageQuery;
  /** The same by account; absent where it was refused. */
  accounts?: UsageQuery;
  forecast?: OtherQuery;
  /** Why there is none: a clause for people, without its full stop. */
  noForecast?: string;
  notes: readonly string[];
  readUntagged: () => Promise<Untagged[]>;
};

/** Where a source has no line there is no currency either; AWS bills in this unless told otherwise. */
const CURRENCY = 'USD';

/**
 * What the digest tells, from the lines of a daily run: exact sums, rounded by nobody. The lines are read twice,
 * since only their end says which days are known; memory holds sums alone.
 */
export async function summarizeCosts(asked: Summarized): Promise<CostSummary> {
  const { today, basis, source, services, fetchedAt } = asked;
  const sums = await sumDays(source.lines(services), services, basis);
  const days = [...sums.days].filter(([day]) => day < today).sort(([a], [b]) => (a < b ? -1 : 1));
  const lastDay = days.at(-1)?.[0];
  const windows = windowsOf(today, lastDay);
  const compare = (period: Period, before: Period): Comparison => ({
    period,
    current: sumOf(sums, period),
    previousPeriod: before,
    ...(before.start >= services.period.start ? { previous: sumOf(sums, before) } : {}),
  });
  return {
    today,
    basis,
    currency: sums.currency ?? CURRENCY,
    source: source.name,
    fetchedAt,
    ...(lastDay ? { lastDay } : {}),
    lagDays: windows.lagDays,
    yesterday: sumOf(sums, { start: windows.yesterday, end: today }),
    week: compare(windows.week, windows.weekBefore),
    monthToDate: { month: monthOf(windows.yesterday), ...compare(windows.month, windows.monthBefore) },
    forecast: await forecastOf(asked, sums),
    days: days.map(([day, sum]) => ({ day, ...sum })),
    movers: await moversOf(asked, windows, sums.currency ?? CURRENCY),
    untagged: await asked.readUntagged(),
    notes: [...asked.notes, ...sums.otherCurrencies.map((other) => `Costs in ${other} are in no figure.`)],
  };
}

async function forecastOf(
  { forecast, noForecast, source, today }: Summarized,
  sums: DaySums,
): Promise<Forecast> {
  if (!forecast) return { state: 'none', month: monthOf(today), reason: noForecast ?? 'none was asked for' };
  const spentBefore = (day: string) => sumOf(sums, { start: firstDayOf(monthOf(day)), end: day }).net;
  return readForecast(source.answers(forecast), forecast, spentBefore);
}

async function moversOf(
  { source, basis, services, accounts }: Summarized,
  { week, weekBefore }: Windows,
  currency: string,
): Promise<CostSummary['movers']> {
  const changes = (query: UsageQuery) =>
    sumKeys(source.lines(query), { query, basis, currency, current: week, previous: weekBefore });
  return rankMovers(await changes(services), accounts ? await changes(accounts) : []);
}
