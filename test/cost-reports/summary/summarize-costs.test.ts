import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import {
  aForecastQuery,
  aSource,
  dailyQueries,
  everyDay,
  summaryOf,
} from '#test/cost-reports/summary/a-summary-source.ts';

const TODAY = '2026-11-22';
const dollars = parseDecimal;
const answer = (amount: unknown, low?: string, high?: string) => ({
  Total: { Amount: amount, Unit: 'USD' },
  ForecastResultsByTime: [{ PredictionIntervalLowerBound: low, PredictionIntervalUpperBound: high }],
});

test('yesterday is the day whose costs begin yesterday, not the one whose period ends on it (aws-cost-cli, aws-billing-to-slack)', async () => {
  const summary = await summaryOf(TODAY, [
    { day: '2026-11-20', amount: '1' },
    { day: '2026-11-21', amount: '2' },
    { day: '2026-11-22', amount: '4' },
  ]);

  expect(summary.yesterday.net).toBe(dollars('2'));
  expect(summary).toMatchObject({ lastDay: '2026-11-21', lagDays: 0 });
  expect(summary.days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21']);
});

test('a day without lines takes nothing from the day before it (aws-billing-to-slack PR #16)', async () => {
  const summary = await summaryOf(TODAY, [
    { day: '2026-11-19', amount: '7', service: 'AWS Lambda' },
    { day: '2026-11-21', amount: '2' },
  ]);

  expect(summary.yesterday.net).toBe(dollars('2'));
  expect(summary.days.map(({ day }) => day)).toEqual(['2026-11-19', '2026-11-21']);
  expect(summary.week.current.net).toBe(dollars('9'));
});

test('what is billed once a month moves nothing from week to week', async () => {
  const summary = await summaryOf(TODAY, [
    ...everyDay('2026-11-01', '2026-11-21', { amount: '1' }),
    ...['Tax', 'SavingsPlanRecurringFee', 'Support', 'RIFee'].map((recordType) => ({
      day: '2026-11-15',
      amount: '500',
      service: 'Once a month',
      recordType,
    })),
  ]);

  expect(summary.movers).toEqual([]);
  expect(summary.week.current.net).toBe(dollars('2007'));
});

test('a service that is new this week is a mover like any other (aws-billing-to-slack PR #8)', async () => {
  const summary = await summaryOf(TODAY, [
    ...everyDay('2026-11-01', '2026-11-21', { amount: '1' }),
    { day: '2026-11-20', amount: '30', service: 'Amazon Bedrock' },
  ]);

  expect(summary.movers).toEqual([
    expect.objectContaining({ key: 'Amazon Bedrock', change: dollars('30'), previous: 0n, reason: 'new' }),
  ]);
});

test('a day that credits make free is a day with costs (cdk-bill-bot#28, awslabs/mcp#1909)', async () => {
  const summary = await summaryOf(TODAY, [
    { day: '2026-11-21', amount: '33.86' },
    { day: '2026-11-21', amount: '-33.86', recordType: 'Credit' },
  ]);

  expect(summary).toMatchObject({ lastDay: '2026-11-21', lagDays: 0 });
  expect(summary.yesterday).toMatchObject({
    net: 0n,
    gross: dollars('33.86'),
    credits: dollars('-33.86'),
  });
});

test('sums are of exact amounts, however small (slack-aws-cost-guardian)', async () => {
  const tiny = everyDay('2026-11-15', '2026-11-21', { amount: '0.0000000001' });
  const summary = await summaryOf(TODAY, [...tiny, ...tiny, { day: '2026-11-21', amount: '0.1' }]);

  expect(summary.week.current.net).toBe(1_000_000_014n);
});

test('the basis of the settings is what is summed (electrolux-oss/aws-cost-exporter#27, #28, #30)', async () => {
  const upfront = {
    day: '2026-11-21',
    amount: '1958',
    recordType: 'RI Upfront',
    amounts: { net_amortized: '5.36' },
  };

  const [unblended, amortized] = await Promise.all([
    summaryOf(TODAY, [upfront]),
    summaryOf(TODAY, [upfront], { basis: 'net_amortized' }),
  ]);

  expect([unblended.yesterday.upfront_fees, amortized.yesterday.upfront_fees]).toEqual([
    dollars('1958'),
    dollars('5.36'),
  ]);
});

test('net is gross less credits and refunds through months of full and of partial credit (femiwiki#520)', async () => {
  const summary = await summaryOf(TODAY, [
    ...everyDay('2026-10-01', '2026-11-21', { amount: '3.2199999999' }),
    ...everyDay('2026-10-01', '2026-10-31', { amount: '-3.2199999999', recordType: 'Credit' }),
    ...everyDay('2026-11-01', '2026-11-10', { amount: '-1.5', recordType: 'Credit' }),
    { day: '2026-11-07', amount: '-2', recordType: 'Refund' },
  ]);
  const { current, previous } = summary.monthToDate;

  expect(previous).toMatchObject({ net: 0n, gross: dollars('67.6199999979') });
  expect(current).toMatchObject({
    gross: dollars('67.6199999979'),
    credits: dollars('-15'),
    refunds: dollars('-2'),
    net: dollars('50.6199999979'),
  });
});

describe('data of AWS that is late (sustainable-personal-accounts#130)', () => {
  const late = () =>
    summaryOf(TODAY, [
      ...everyDay('2026-10-01', '2026-11-18', { amount: '1' }),
      { day: '2026-11-19', amount: '5' },
    ]);

  test('says by how many days', async () => {
    expect(await late()).toMatchObject({ lastDay: '2026-11-19', lagDays: 2 });
  });

  test('is compared by the days that are there', async () => {
    const { week, monthToDate } = await late();

    expect(week.period).toEqual({ start: '2026-11-13', end: '2026-11-20' });
    expect([week.current.net, week.previous?.net]).toEqual([dollars('11'), dollars('7')]);
    expect(monthToDate.previousPeriod).toEqual({ start: '2026-10-01', end: '2026-10-20' });
  });
});

test('an account without any costs has nothing to tell, and no sum is made up', async () => {
  const summary = await summaryOf(TODAY, []);

  expect(summary).not.toHaveProperty('lastDay');
  expect(summary).toMatchObject({ lagDays: 0, days: [], movers: [], currency: 'USD' });
});

test('what reaches further back than was asked is not taken for nothing', async () => {
  const { services } = dailyQueries(TODAY);
  const short = { ...services, period: { start: '2026-11-01', end: TODAY } };
  const summary = await summaryOf(TODAY, [{ day: '2026-11-21', amount: '1' }], { services: short });

  expect(summary.monthToDate).not.toHaveProperty('previous');
  expect(summary.week.previous?.net).toBe(0n);
});

test('accounts bear the names that AWS gives them', async () => {
  const { movers } = await summaryOf(TODAY, [
    { day: '2026-11-21', amount: '5', accountName: 'payments-prod' },
    { day: '2026-11-21', amount: '1', account: '444455556666' },
  ]);

  expect(movers.filter(({ kind }) => kind === 'account').map(({ key, name }) => [key, name])).toEqual([
    ['111122223333', 'payments-prod'],
    ['444455556666', undefined],
  ]);
});

test('without costs by account the rest is whole', async () => {
  const { movers } = await summaryOf(TODAY, [{ day: '2026-11-21', amount: '5' }], { accounts: undefined });

  expect(movers.map(({ kind }) => kind)).toEqual(['service']);
});

test('a day is estimated as long as any of its lines is', async () => {
  const { days } = await summaryOf(TODAY, [
    { day: '2026-11-20', amount: '1' },
    { day: '2026-11-21', amount: '1', estimated: true },
    { day: '2026-11-21', amount: '1' },
  ]);

  expect(days.map(({ estimated }) => estimated)).toEqual([false, true]);
});

test('nothing may come without a currency, and is no other one', async () => {
  const free = { day: '2026-11-20', amount: '0', currency: '' };
  const summary = await summaryOf(TODAY, [free, { day: '2026-11-21', amount: '5' }, free]);

  expect(summary).toMatchObject({ currency: 'USD', notes: [], yesterday: { net: dollars('5') } });
});

test('costs in another currency are in no sum, and it is said', async () => {
  const summary = await summaryOf(TODAY, [
    { day: '2026-11-21', amount: '5', currency: 'EUR' },
    { day: '2026-11-21', amount: '100', currency: 'JPY' },
  ]);

  expect(summary).toMatchObject({ currency: 'EUR', notes: ['Costs in JPY are in no figure.'] });
  expect(summary.yesterday.net).toBe(dollars('5'));
  expect(summary.movers.map(({ change }) => change)).toEqual([dollars('5')]);
});

describe('the forecast', () => {
  const spent = [
    { day: '2026-10-31', amount: '99' },
    ...everyDay('2026-11-01', '2026-11-21', { amount: '10' }),
    { day: '2026-11-22', amount: '3' },
  ];
  const forecastOf = async (today: string, answers: unknown[], noForecast?: string) => {
    const query = noForecast ? {} : { forecast: aForecastQuery(today) };
    const source = aSource(spent, answers);
    return (await summaryOf(today, spent, { source, ...query, ...(noForecast ? { noForecast } : {}) }))
      .forecast;
  };

  test('is what was spent before today and what AWS expects from today on', async () => {
    expect(await forecastOf(TODAY, [answer('90.5', '80', '101.25')])).toEqual({
      state: 'known',
      month: '2026-11',
      mean: dollars('300.5'),
      range: { low: dollars('290'), high: dollars('311.25'), level: 80 },
    });
  });

  test('is not added to what was spent where AWS answers for the month from its 1st', async () => {
    const whole = { TimePeriod: { Start: '2026-11-01', End: '2026-12-01' } };
    const told = { Total: { Amount: '310' }, ForecastResultsByTime: [whole] };
    expect(await forecastOf(TODAY, [told])).toMatchObject({ mean: dollars('310') });
  });

  test('is of the month that begins, when today is the 1st (aws-finops-dashboard#11, aws-doctor#1)', async () => {
    expect(await forecastOf('2026-12-01', [answer('310')])).toEqual({
      state: 'known',
      month: '2026-12',
      mean: dollars('310'),
    });
  });

  test.each(['2026-11-29', '2026-11-30'])(
    'stands on %s too (instance-watcher#13, #16, #21)',
    async (today) => {
      expect(await forecastOf(today, [answer('20')])).toMatchObject({
        month: '2026-11',
        mean: dollars('233'),
      });
    },
  );

  test('of a new account is none, with the reason, and the rest is whole (instance-watcher#38)', async () => {
    expect(await forecastOf(TODAY, [], 'AWS has too little data')).toEqual({
      state: 'none',
      month: '2026-11',
      reason: 'AWS has too little data',
    });
  });

  test.each([[[]], [[{}]], [[answer('many')]], [[{ Total: { Amount: null } }]], [['text']]])(
    'is none where AWS answers %j: never $0',
    async (answers) => {
      expect(await forecastOf(TODAY, answers)).toMatchObject({ state: 'none' });
    },
  );

  test('has no range where AWS gives none for the whole month', async () => {
    const bounds = { PredictionIntervalLowerBound: '1', PredictionIntervalUpperBound: '2' };
    const several = { Total: { Amount: '1' }, ForecastResultsByTime: [bounds, bounds] };

    expect(await forecastOf(TODAY, [several])).not.toHaveProperty('range');
    expect(await forecastOf(TODAY, [answer('1', 'x', '2')])).not.toHaveProperty('range');
  });
});
