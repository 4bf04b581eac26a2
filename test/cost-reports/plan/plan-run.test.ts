import { describe, expect, test } from 'vitest';
import { COST_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import type { CostState, MonthState } from '#lambdas/cost-reports/cost-state.ts';
import { lastMonths } from '#lambdas/cost-reports/periods.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { EC2, someSettings, USUAL_REPORTS } from '#test/cost-reports/some-settings.ts';

const THREE_TAGS = ['team', 'stage', 'Cost Center'];
const CLOSE = [...USUAL_REPORTS, 'sp-coverage', 'sp-utilization'] as const;
const month: MonthState = { sums: {}, fetchedAt: '', run: '', restatements: [] };

/** As after a run of these settings in which all up to September were frozen. */
function aState(settings: Parameters<typeof someSettings>[0], today = '2026-11-22'): CostState {
  const asked = planRun({ set: 'monthly', at: `${today}T09:00:00Z`, settings: someSettings(settings) });
  const months = lastMonths(today, 13).map((name): [string, MonthState] => [
    name,
    name <= '2026-09' ? { ...month, frozenAt: '2026-10-15T09:00:00Z' } : month,
  ]);
  return {
    months: Object.fromEntries(months),
    pages: Object.fromEntries(asked.queries.map(({ query }) => [query.name, 1])),
  };
}

function plan(settings: Parameters<typeof someSettings>[0] = {}, state?: CostState, set: RunSet = 'monthly') {
  return planRun({ set, at: '2026-11-22T09:00:00Z', settings: someSettings(settings), state });
}
const names = (...given: Parameters<typeof plan>) => plan(...given).queries.map(({ query }) => query.name);

describe('the number of requests', () => {
  test('is 6 for the tables of aws-cost-explorer-report', () => {
    expect(plan().expectedRequests).toBe(6);
  });

  test('is one more for each tag, not two', () => {
    expect(plan({ tags: THREE_TAGS }).expectedRequests).toBe(9);
  });

  test('is 12 for the close of a month with three tags, Savings Plans and the drift check', () => {
    const settings = { reports: [...CLOSE], tags: THREE_TAGS };
    expect(plan(settings, aState(settings)).expectedRequests).toBe(12);
  });

  test('is 3 for a daily digest, 4 with the services of each account', () => {
    expect(plan({ reports: [...USUAL_REPORTS, 'forecast'] }, undefined, 'daily').expectedRequests).toBe(3);
    expect(plan({ reports: [...COST_REPORTS] }, undefined, 'daily').expectedRequests).toBe(4);
  });

  test('counts three for each further service of reservations', () => {
    expect(plan({ reservationServices: [EC2, 'Amazon Redshift'] }).expectedRequests).toBe(9);
  });

  test('reckons with the pages of the run before (steampipe-mod-aws-thrifty#74)', () => {
    const state = { months: {}, pages: { 'services-monthly': 5, 'accounts-monthly': 3 } };
    expect(plan({}, state).expectedRequests).toBe(12);
  });

  test('is 1 where a single report of costs is chosen', () => {
    expect(names({ reports: ['accounts'] })).toEqual(['accounts-monthly']);
    expect(names({ reports: ['ri-coverage'] })).toHaveLength(1);
  });
});

test('a query without record types does not come alone, since nothing could be held against it', () => {
  expect(names({ reports: ['accounts-by-service'] })).toEqual([
    'services-monthly',
    'accounts-by-service-monthly',
  ]);
});

test('every query has a name of its own, whatever tags and services are called', () => {
  const tags = ['a b', 'a-b', 'a_b', 'A-B', 'x'.repeat(200), `${'x'.repeat(200)}y`, '../..'];
  const all = names({ tags, costCategories: tags, reservationServices: [EC2, 'Amazon OpenSearch Service'] });
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((name) => /^[A-Za-z0-9.-]{1,80}$/.test(name))).toBe(true);
});

describe('the months that are asked', () => {
  const periodOf = (name: string, ...given: Parameters<typeof plan>) =>
    plan(...given).queries.find(({ query }) => query.name === name)?.query.period;

  test('are all of them the first time', () => {
    expect(periodOf('services-monthly')).toEqual({ start: '2025-11-01', end: '2026-11-23' });
    expect(periodOf('services-monthly', { historyMonths: 38 })?.start).toBe('2023-10-01');
  });

  test('are those that are not frozen the next time', () => {
    expect(periodOf('services-monthly', {}, aState({}))?.start).toBe('2026-10-01');
  });

  test('are all of them of a tag that was added later', () => {
    const settings = { tags: ['team'] };
    const state = aState({});
    expect(periodOf('tag-team-monthly', settings, state)?.start).toBe('2025-11-01');
    expect(periodOf('services-monthly', settings, state)?.start).toBe('2026-10-01');
  });

  test('begin with the frozen month that moved, in the same requests', () => {
    const input = {
      set: 'monthly',
      at: '2026-11-22T09:00:00Z',
      settings: someSettings(),
      state: aState({}),
    } as const;
    const moved = planRun({ ...input, moved: ['2026-07'] });
    expect(moved.expectedRequests).toBe(planRun(input).expectedRequests);
    const services = moved.queries.find(({ query }) => query.name === 'services-monthly');
    expect(services?.query.period.start).toBe('2026-07-01');
  });

  test('reach back to those that more history adds', () => {
    expect(periodOf('services-monthly', { historyMonths: 38 }, aState({}))?.start).toBe('2023-10-01');
  });

  test('of the drift check are all frozen ones', () => {
    expect(periodOf('drift-check', {}, aState({}))).toEqual({ start: '2025-11-01', end: '2026-11-23' });
  });
});

test('a lone account asks the same, for what is recommended to itself alone', () => {
  const alone = plan({ view: 'account' });
  expect(alone.expectedRequests).toBe(6);
  expect(alone.queries.at(-1)?.query.name).toMatch(/^ri-recommendations/);
  expect(alone.queries.at(-1)?.query).toMatchObject({ input: { AccountScope: 'LINKED' } });
});

test('the forecast is of the basis that settings count by', () => {
  const { queries } = plan({ reports: ['forecast'], basis: 'net_amortized' }, undefined, 'daily');
  expect(queries.at(-1)?.query).toMatchObject({ input: { Metric: 'NET_AMORTIZED_COST' } });
});

test('drivers are one page, the first', () => {
  const { queries } = plan({ reports: ['comparison-drivers'] });
  expect(queries.map(({ query }) => query)).toMatchObject([
    { operation: 'GetCostComparisonDrivers', mostPages: 1, input: { MaxResults: 10 } },
  ]);
});
