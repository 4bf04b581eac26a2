import { GetCostAndUsageCommand, type GetCostAndUsageCommandInput } from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { aQuestion, by, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

let served: ServedCosts;
beforeEach(async () => {
  served = await serveCostExplorer();
});
afterEach(() => served.close());

const ask = (question: Partial<GetCostAndUsageCommandInput>) =>
  served.client().send(new GetCostAndUsageCommand(aQuestion(question)));
const refusal = (message: string) => ({
  name: 'ValidationException',
  message: expect.stringContaining(message) as unknown,
});
const service = { Dimensions: { Key: 'SERVICE' as const, Values: ['AWS Lambda'] } };

describe('A question is refused, for free,', () => {
  test.each<[string, Partial<GetCostAndUsageCommandInput>, string]>([
    ['without a period', { TimePeriod: undefined }, 'timePeriod'],
    ['without metrics', { Metrics: undefined }, 'metrics'],
    ['without granularity', { Granularity: undefined }, 'granularity'],
    [
      'when it ends where it starts (instance-watcher#18)',
      { TimePeriod: period('2026-11-01', '2026-11-01') },
      'Start date (and hour) should be before end date (and hour)',
    ],
    [
      'when it reaches past the first of next month (aws-sdk-js#2732)',
      { TimePeriod: period('2026-11-01', '2026-12-02') },
      'end date past the beginning of next month',
    ],
    ['when it starts tomorrow', { TimePeriod: period('2026-11-23', '2026-11-24') }, 'after today'],
    ['when a date is none', { TimePeriod: period('2026-02-30', '2026-03-02') }, 'dates'],
    ['when it starts 14 months ago', { TimePeriod: period('2025-09-30', '2026-11-01') }, '14 months'],
    ['by hour', { Granularity: 'HOURLY' }, 'Hourly'],
    ['with a metric that is none', { Metrics: ['Cost'] }, 'Metric is invalid'],
    ['with three groups', { GroupBy: by('SERVICE', 'REGION', 'AZ') }, '2 definitions'],
    ['by a dimension that does not group', { GroupBy: by('CHARGE_TYPE') }, 'CHARGE_TYPE'],
    [
      'with an And of one (aws-cost-explorer-report#27)',
      { Filter: { And: [service] } },
      'And expression must have at least 2 operands',
    ],
    ['with an Or of one', { Filter: { Or: [service] } }, 'Or expression must have at least 2 operands'],
    ['with an Or of none in a Not', { Filter: { Not: { Or: [] } } }, 'at least 2 operands'],
    ['with two roots', { Filter: { ...service, Not: service } }, 'Expression has more than one roots'],
    ['with no root', { Filter: {} }, 'no root'],
    ['without values', { Filter: { Dimensions: { Key: 'SERVICE', Values: [] } } }, 'Values'],
    [
      'with ABSENT for a dimension',
      { Filter: { Dimensions: { Key: 'SERVICE', MatchOptions: ['ABSENT'] } } },
      'MatchOptions',
    ],
    [
      'with a match that costs do not have',
      { Filter: { Tags: { Key: 'team', Values: ['a'], MatchOptions: ['STARTS_WITH'] } } },
      'MatchOptions',
    ],
  ])('%s', async (_, question, message) => {
    await expect(ask(question)).rejects.toMatchObject(refusal(message));
    expect(billedRequests(served.billed)).toBe(0);
  });
});

test('The current month and 13 before it are known; with multi-year data 38, by month and from a first day', async () => {
  await ask({ TimePeriod: period('2025-10-01', '2026-12-01') });
  served.switches.multiYear = true;
  const since = (Start: string, Granularity: 'DAILY' | 'MONTHLY' = 'MONTHLY') =>
    ask({ TimePeriod: period(Start, '2026-11-01'), Granularity });
  await since('2023-10-01');
  await expect(since('2023-09-01')).rejects.toMatchObject(refusal('38 months'));
  await expect(since('2025-09-02')).rejects.toMatchObject(refusal('first day of the month'));
  await expect(since('2025-09-01', 'DAILY')).rejects.toMatchObject(refusal('by month only'));
});

test.each([
  ['the 1st', '2026-11-01', '2026-11-02', '2026-12-02'],
  ['the last day', '2026-11-30', '2026-12-01', '2026-12-02'],
  ['a leap day', '2028-02-29', '2028-03-01', '2028-03-02'],
  ['New Year’s Eve', '2026-12-31', '2027-01-01', '2027-01-02'],
])('On %s a question may end on the first of next month', async (_, today, end, tooLate) => {
  served.switches.today = today;
  await ask({ TimePeriod: period(today, end) });
  await expect(ask({ TimePeriod: period(today, tooLate) })).rejects.toMatchObject(
    refusal('end date past the beginning of next month'),
  );
});

test('Cost Explorer may be off, or not be meant for members', async () => {
  await served.close();
  served = await serveCostExplorer({ memberOf: () => '000000000001' });
  await ask({});
  served.switches.membersAllowed = false;
  await expect(ask({})).rejects.toMatchObject({ name: 'AccessDeniedException' });
  served.switches.enabled = false;
  await expect(ask({})).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: 'User not enabled for cost explorer access',
  });
  expect(served.billed).toEqual({ GetCostAndUsage: 1 });
});

test('A billing view is taken as it is named', async () => {
  const view = 'arn:aws:billing::000000000001:billingview/primary';
  expect((await ask({ BillingViewArn: view })).ResultsByTime).toHaveLength(21);
});
