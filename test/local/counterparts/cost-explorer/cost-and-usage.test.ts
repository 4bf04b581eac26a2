import { GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
import { afterEach, expect, test } from 'vitest';
import { type CostLedger, ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aLineItem } from './a-line-item.ts';
import { amountsOf, aQuestion, by, byCategory, byTag, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

let served: ServedCosts;
afterEach(() => served.close());

const serve = async (ledger: CostLedger, switches: Partial<ServedCosts['switches']> = {}) => {
  served = await serveCostExplorer({ ledger, switches });
  return served.client();
};
const ask = (question: Parameters<typeof aQuestion>[0]) =>
  served.client().send(new GetCostAndUsageCommand(aQuestion(question)));
const OCTOBER = { TimePeriod: period('2026-10-01', '2026-11-01') };

test('Grouped answers have no total, absent groups, and the names of accounts', async () => {
  await serve(
    ledgerOf([
      aLineItem({ accountName: 'twin' }),
      aLineItem({
        account: '000000000002',
        accountName: 'twin',
        day: '2026-10-06',
        unblended: '-0.0000000289',
      }),
    ]),
  );
  const answer = await ask({
    TimePeriod: period('2026-10-05', '2026-10-07'),
    GroupBy: by('LINKED_ACCOUNT'),
  });
  expect(answer.ResultsByTime).toEqual([
    {
      TimePeriod: period('2026-10-05', '2026-10-06'),
      Total: {},
      Groups: [{ Keys: ['000000000001'], Metrics: { UnblendedCost: { Amount: '1', Unit: 'USD' } } }],
      Estimated: false,
    },
    {
      TimePeriod: period('2026-10-06', '2026-10-07'),
      Total: {},
      Groups: [
        { Keys: ['000000000002'], Metrics: { UnblendedCost: { Amount: '-0.0000000289', Unit: 'USD' } } },
      ],
      Estimated: false,
    },
  ]);
  expect(answer.DimensionValueAttributes).toEqual([
    { Value: '000000000001', Attributes: { description: 'twin' } },
    { Value: '000000000002', Attributes: { description: 'twin' } },
  ]);
  expect(answer.GroupDefinitions).toEqual(by('LINKED_ACCOUNT'));
});

test('Some periods without groups have a total of 0, others none (service-workbench)', async () => {
  await serve(ledgerOf());
  const answer = await ask({ ...OCTOBER, GroupBy: by('SERVICE') });
  const totals = answer.ResultsByTime?.map(({ Total }) => Total?.['UnblendedCost']?.Amount);
  expect(new Set(totals)).toEqual(new Set(['0', undefined]));
  expect(answer.ResultsByTime?.flatMap(({ Groups }) => Groups)).toEqual([]);
});

test('Without groups the total is told, 0 where nothing was spent', async () => {
  const client = await serve(ledgerOf([aLineItem({ unblended: '0.1' }), aLineItem({ unblended: '0.2' })]));
  const days = { TimePeriod: period('2026-10-04', '2026-10-06') };
  expect(await amountsOf(client, aQuestion(days))).toEqual({
    '2026-10-04 | UnblendedCost': '0',
    '2026-10-05 | UnblendedCost': '0.3',
  });
});

test('Tags and cost categories keep their key; what has none, or was never activated, is under the key alone', async () => {
  const tagged = aLineItem({ tags: { cost$center: 'a$b' }, costCategories: { Division: 'Retail' } });
  const client = await serve(ledgerOf([tagged, aLineItem({ account: '000000000002', unblended: '2' })]));
  const answer = () =>
    amountsOf(client, aQuestion({ ...OCTOBER, Granularity: 'MONTHLY', GroupBy: [byTag('cost$center')] }));
  expect(await answer()).toEqual({
    '2026-10-01 | cost$center$ | UnblendedCost': '2',
    '2026-10-01 | cost$center$a$b | UnblendedCost': '1',
  });
  served.switches.activeTags = ['team'];
  expect(await answer()).toEqual({ '2026-10-01 | cost$center$ | UnblendedCost': '3' });
  const categories = aQuestion({ ...OCTOBER, Granularity: 'MONTHLY', GroupBy: [byCategory('Division')] });
  expect(await amountsOf(client, categories)).toEqual({
    '2026-10-01 | Division$ | UnblendedCost': '2',
    '2026-10-01 | Division$Retail | UnblendedCost': '1',
  });
});

test('Groups whose keys read alike together are two', async () => {
  const client = await serve(
    ledgerOf([aLineItem({ service: 'AB', recordType: 'C' }), aLineItem({ service: 'A', recordType: 'BC' })]),
  );
  const question = aQuestion({ ...OCTOBER, Granularity: 'MONTHLY', GroupBy: by('SERVICE', 'RECORD_TYPE') });
  expect(await amountsOf(client, question)).toEqual({
    '2026-10-01 | A | BC | UnblendedCost': '1',
    '2026-10-01 | AB | C | UnblendedCost': '1',
  });
});

test('Quantities of unlike units are summed all the same, as N/A', async () => {
  await serve(
    ledgerOf([
      aLineItem({ quantity: '24', unit: 'Hrs' }),
      aLineItem({ quantity: '0.5', unit: 'GB', usageType: 'DataTransfer' }),
    ]),
  );
  const quantities = async (key: string) => {
    const question = { ...OCTOBER, Granularity: 'MONTHLY' as const, Metrics: ['UsageQuantity'] };
    const { ResultsByTime } = await ask({ ...question, GroupBy: by(key) });
    return ResultsByTime?.[0]?.Groups?.map(({ Metrics }) => Metrics?.['UsageQuantity']);
  };
  expect(await quantities('SERVICE')).toEqual([{ Amount: '24.5', Unit: 'N/A' }]);
  expect(await quantities('USAGE_TYPE')).toEqual([
    { Amount: '0.5', Unit: 'GB' },
    { Amount: '24', Unit: 'Hrs' },
  ]);
});

test('Months are whole or parts, by where the question begins and ends', async () => {
  const day = (date: string) => aLineItem({ day: date });
  const client = await serve(ledgerOf([day('2026-09-14'), day('2026-09-15'), day('2026-11-04')]));
  const TimePeriod = period('2026-09-15', '2026-11-05');
  expect(await amountsOf(client, aQuestion({ TimePeriod, Granularity: 'MONTHLY' }))).toEqual({
    '2026-09-15 | UnblendedCost': '1',
    '2026-10-01 | UnblendedCost': '0',
    '2026-11-01 | UnblendedCost': '1',
  });
});

test('Today is not known, nor yesterday while the data lags; late charges come when they come', async () => {
  const november = (day: string) => aLineItem({ day });
  const late = aLineItem({ day: '2026-10-31', unblended: '100', seenFrom: '2026-11-06' });
  const client = await serve(
    ledgerOf([november('2026-11-20'), november('2026-11-21'), november('2026-11-22'), late]),
  );
  const total = async (Start: string, End: string) => {
    const question = aQuestion({ TimePeriod: period(Start, End), Granularity: 'MONTHLY' });
    return Object.values(await amountsOf(client, question))[0];
  };
  expect(await total('2026-11-01', '2026-12-01')).toBe('2');
  served.switches.lagDays = 2;
  expect(await total('2026-11-01', '2026-12-01')).toBe('1');
  expect(await total('2026-10-01', '2026-11-01')).toBe('100');
  served.switches.today = '2026-11-05';
  expect(await total('2026-10-01', '2026-11-01')).toBe('0');
});

test('A whole month is estimated until its bill is final', async () => {
  await serve(ledgerOf(), { today: '2026-11-03' });
  const estimated = async () => {
    const { ResultsByTime } = await ask({
      TimePeriod: period('2026-09-01', '2026-11-04'),
      Granularity: 'MONTHLY',
    });
    return ResultsByTime?.map(({ Estimated }) => Estimated);
  };
  expect(await estimated()).toEqual([false, false, true]);
  served.switches.finalDay = 7;
  expect(await estimated()).toEqual([false, true, true]);
  served.switches.today = '2026-11-07';
  expect(await estimated()).toEqual([false, false, true]);
  served.switches.estimated = { '2026-09': true, '2026-10': false };
  expect(await estimated()).toEqual([true, false, true]);
});

test('A month of the past is restated', async () => {
  const client = await serve(ledgerOf([aLineItem()]));
  const question = aQuestion({ ...OCTOBER, Granularity: 'MONTHLY' });
  expect(await amountsOf(client, question)).toEqual({ '2026-10-01 | UnblendedCost': '1' });
  served.ledger.add([aLineItem({ recordType: 'Refund', unblended: '-0.25' })]);
  expect(await amountsOf(client, question)).toEqual({ '2026-10-01 | UnblendedCost': '0.75' });
});

test('Net metrics may be withheld, by a refusal or by silence; metrics go by both of their spellings', async () => {
  const client = await serve(ledgerOf([aLineItem({ netUnblended: '0.9' })]));
  const Metrics = ['UNBLENDED_COST', 'NetUnblendedCost'];
  const question = aQuestion({ ...OCTOBER, Granularity: 'MONTHLY', Metrics });
  expect(Object.values(await amountsOf(client, question))).toEqual(['1', '0.9']);
  served.switches.netMetrics = 'absent';
  expect(Object.values(await amountsOf(client, question))).toEqual(['1']);
  served.switches.netMetrics = 'refused';
  await expect(ask(question)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('A record type is written in either spelling', async () => {
  const client = await serve(ledgerOf([aLineItem({ recordType: 'SavingsPlanNegation' })]));
  const question = aQuestion({ ...OCTOBER, Granularity: 'MONTHLY', GroupBy: by('RECORD_TYPE') });
  served.switches.spacedRecordTypes = true;
  expect(Object.keys(await amountsOf(client, question))).toEqual([
    '2026-10-01 | Savings Plan Negation | UnblendedCost',
  ]);
});
