import { GetCostForecastCommand } from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '#local/counterparts/cost-explorer/calendar.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aLineItem } from './a-line-item.ts';
import { period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

let served: ServedCosts;
beforeEach(async () => {
  const days = Array.from({ length: 60 }, (_, index) => addDays('2026-10-01', index));
  served = await serveCostExplorer({
    ledger: ledgerOf(days.map((day) => aLineItem({ day, unblended: '3' }))),
  });
});
afterEach(() => served.close());

const forecast = (input: Partial<GetCostForecastCommand['input']> = {}) =>
  served.client().send(
    new GetCostForecastCommand({
      TimePeriod: period('2026-11-22', '2026-12-01'),
      Metric: 'UNBLENDED_COST',
      Granularity: 'MONTHLY',
      ...input,
    }),
  );
const refused = (message: string) => ({
  name: 'ValidationException',
  message: expect.stringContaining(message) as unknown,
});

test('The past 30 days go on, with bounds if a level is asked for', async () => {
  expect(await forecast({ PredictionIntervalLevel: 80 })).toMatchObject({
    Total: { Amount: '27', Unit: 'USD' },
    ForecastResultsByTime: [
      {
        TimePeriod: period('2026-11-22', '2026-12-01'),
        MeanValue: '27',
        PredictionIntervalLowerBound: '22.68',
        PredictionIntervalUpperBound: '31.32',
      },
    ],
  });
  expect((await forecast({ Granularity: 'DAILY' })).ForecastResultsByTime).toHaveLength(9);
  expect(served.billed).toEqual({ GetCostForecast: 2 });
});

test.each([
  ['2026-11-29', 2],
  ['2026-11-30', 1],
])(
  'On %s it is asked from today to the first of next month (instance-watcher#13, #16, #21)',
  async (today, days) => {
    served.switches.today = today;
    const answer = await forecast({ TimePeriod: period(today, '2026-12-01'), Granularity: 'DAILY' });
    expect(answer.ForecastResultsByTime).toHaveLength(days);
    const tomorrow = addDays(today, 1);
    await expect(forecast({ TimePeriod: period(tomorrow, '2026-11-30') })).rejects.toMatchObject(
      refused(`Requested Start: ${tomorrow} must be before requested End: 2026-11-30`),
    );
  },
);

test.each<[string, Partial<GetCostForecastCommand['input']>, string]>([
  ['began yesterday', { TimePeriod: period('2026-11-21', '2026-12-01') }, 'current date'],
  ['begins tomorrow', { TimePeriod: period('2026-11-23', '2026-12-01') }, 'current date'],
  ['is of a quantity', { Metric: 'USAGE_QUANTITY' }, 'USAGE_QUANTITY'],
  ['names its metric as costs do', { Metric: 'UnblendedCost' as 'UNBLENDED_COST' }, 'UnblendedCost'],
  [
    'is by day for four months',
    { TimePeriod: period('2026-11-22', '2027-03-22'), Granularity: 'DAILY' },
    '3 months',
  ],
  ['is for 19 months', { TimePeriod: period('2026-11-22', '2028-06-22') }, '18 months'],
  ['is to be nearly certain', { PredictionIntervalLevel: 100 }, 'between 51 and 99'],
])('A forecast is refused that %s', async (_, input, message) => {
  await expect(forecast(input)).rejects.toMatchObject(refused(message));
  expect(served.billed).toEqual({});
});

test('A new account has none (instance-watcher#38)', async () => {
  served.switches.forecast = false;
  await expect(forecast()).rejects.toMatchObject({ name: 'DataUnavailableException' });
  served.switches.forecast = true;
  const Filter = { Dimensions: { Key: 'SERVICE' as const, Values: ['never used'] } };
  await expect(forecast({ Filter })).rejects.toMatchObject({ name: 'DataUnavailableException' });
});
