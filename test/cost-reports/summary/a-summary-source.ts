import type { Amounts, CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { OtherQuery, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { ACCOUNT, RECORD_TYPE, SERVICE } from '#lambdas/cost-reports/group-keys.ts';
import { addDays, addMonths, firstDayOf, monthOf } from '#lambdas/cost-reports/periods.ts';
import { type Summarized, summarizeCosts } from '#lambdas/cost-reports/summary/summarize-costs.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

/** A cost in a test: what it was for, on which day, and how much; all bases are alike unless said. */
export type ACost = {
  day: string;
  amount: string;
  service?: string;
  account?: string;
  accountName?: string;
  recordType?: string;
  estimated?: boolean;
  currency?: string;
  amounts?: Partial<Record<keyof Amounts, string>>;
};

/** A source over costs in memory; its lines come in batches of two, in the order given. */
export function aSource(costs: ACost[], answers: unknown[] = []): Summarized['source'] {
  return {
    name: 'Cost Explorer',
    async *lines(query) {
      const lines = costs.map((cost) => lineOf(cost, query));
      for (let start = 0; start < lines.length; start += 2) yield lines.slice(start, start + 2);
    },
    async *answers() {
      yield* answers;
    },
  };
}

function lineOf(cost: ACost, { groupBy }: UsageQuery): CostLine {
  const { day, amount, service = 'Amazon EC2', account = '111122223333', recordType = 'Usage' } = cost;
  const key = groupBy.includes(SERVICE) ? service : account;
  const name = groupBy.includes(SERVICE) ? undefined : cost.accountName;
  const of = (basis: keyof Amounts) => parseDecimal(cost.amounts?.[basis] ?? amount);
  return {
    start: day,
    end: addDays(day, 1),
    estimated: cost.estimated ?? false,
    keys: [key, recordType],
    keyNames: [name, undefined],
    amounts: {
      unblended: of('unblended'),
      amortized: of('amortized'),
      net_unblended: of('net_unblended'),
      net_amortized: of('net_amortized'),
    },
    currency: cost.currency ?? 'USD',
  };
}

/** What is asked on a day, as the plan of a daily run has it. */
export function dailyQueries(today: string): { services: UsageQuery; accounts: UsageQuery } {
  const start = firstDayOf(addMonths(monthOf(addDays(today, -1)), -1));
  const query = (name: string, key: typeof SERVICE): UsageQuery => ({
    operation: 'GetCostAndUsage',
    name,
    granularity: 'DAILY',
    period: { start, end: addDays(today, 1) },
    groupBy: [key, RECORD_TYPE],
  });
  return { services: query('services-daily', SERVICE), accounts: query('accounts-daily', ACCOUNT) };
}

export function aForecastQuery(today: string): OtherQuery {
  return {
    operation: 'GetCostForecast',
    name: 'forecast',
    period: { start: today, end: firstDayOf(addMonths(monthOf(today), 1)) },
    input: { PredictionIntervalLevel: 80 },
  };
}

/** The summary of a day over these costs. */
export function summaryOf(today: string, costs: ACost[], asked: Partial<Summarized> = {}) {
  return summarizeCosts({
    today,
    basis: 'unblended',
    source: aSource(costs),
    fetchedAt: `${today}T09:00:00.000Z`,
    ...dailyQueries(today),
    notes: [],
    readUntagged: async () => [],
    ...asked,
  });
}

/** The same amount on each day of a period, the last one included. */
export function everyDay(first: string, last: string, cost: Omit<ACost, 'day'>): ACost[] {
  const costs: ACost[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) costs.push({ ...cost, day });
  return costs;
}
