import { describe, expect, test } from 'vitest';
import { COST_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import type { CostQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { addDays, addMonths, firstDayOf, lastMonths, monthOf } from '#lambdas/cost-reports/periods.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';

const FIRST = '2024-01-01';
const DAYS = Array.from({ length: 4 * 365 + 1 }, (_, index) => addDays(FIRST, index));

/** What Cost Explorer would refuse a query for. */
function faultsOf(
  { operation, period: { start, end } }: CostQuery,
  today: string,
  isDaily: boolean,
): string[] {
  const month = monthOf(today);
  const next = firstDayOf(addMonths(month, 1));
  const isCommitment = /^Get(Reservation(Coverage|Utilization)|SavingsPlans)/.test(operation);
  const faults: [boolean, string][] = [
    [start >= end, 'start is not before end'],
    [start > today, 'start is after today'],
    [end > next, 'end is past the first of next month'],
    [isDaily && start < firstDayOf(addMonths(month, -13)), 'days are too old'],
    [start < firstDayOf(addMonths(month, -13)) && !start.endsWith('-01'), 'old start is not the 1st'],
    [start < firstDayOf(addMonths(month, -37)), 'older than 38 months'],
    [isCommitment && start < firstDayOf(addMonths(month, -12)), 'commitments are too old'],
    [isCommitment && end >= today, 'commitments end today or later'],
    [operation === 'GetCostForecast' && start !== today, 'forecast does not start today'],
    [
      operation === 'GetCostComparisonDrivers' && !(start.endsWith('-01') && end.endsWith('-01')),
      'no whole month',
    ],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => `${today} ${operation}: ${fault}`);
}

/** As after each day's run: all months are frozen that may be. */
function stateOn(today: string, settings: ReturnType<typeof someSettings>): CostState {
  const known = planRun({ set: 'monthly', at: `${today}T00:00:00Z`, settings }).queries;
  const frozen = lastMonths(today, settings.historyMonths).filter(
    (month) => today >= `${addMonths(month, 1)}-15`,
  );
  const month = { frozenAt: `${today}T00:00:00Z`, sums: {}, fetchedAt: '', run: '', restatements: [] };
  return {
    months: Object.fromEntries(frozen.map((name) => [name, month])),
    pages: Object.fromEntries(known.map(({ query }) => [query.name, 1])),
  };
}

describe.each([13, 38])('with %i months of history, on each day of four years', (historyMonths) => {
  const settings = someSettings({ reports: [...COST_REPORTS], tags: ['team'], historyMonths });

  test('nothing is asked that would be refused for its dates', () => {
    const faults = DAYS.flatMap((today) =>
      (['daily', 'monthly'] as const).flatMap((set) =>
        [undefined, stateOn(today, settings)].flatMap((state) =>
          planRun({ set, at: `${today}T23:59:59.999Z`, settings, state }).queries.flatMap(({ query }) =>
            faultsOf(query, today, set === 'daily'),
          ),
        ),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('yesterday is in the days that are asked, and last month in the months', () => {
    const missed = DAYS.filter((today) => {
      const [yesterday, lastMonth] = [addDays(today, -1), addMonths(monthOf(today), -1)];
      const days = planRun({ set: 'daily', at: `${today}T00:00:00Z`, settings }).queries[0]?.query.period;
      const state = stateOn(today, settings);
      const months = planRun({ set: 'monthly', at: `${today}T00:00:00Z`, settings, state }).queries.find(
        ({ query }) => query.name === 'services-monthly',
      )?.query.period;
      if (!days || !months) return true;
      const hasYesterday = days.start <= yesterday && yesterday < days.end;
      return !hasYesterday || months.start > firstDayOf(lastMonth) || months.end <= yesterday;
    });
    expect(missed).toEqual([]);
  });
});
