import { GetCostComparisonDriversCommand } from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aLineItem } from './a-line-item.ts';
import { by, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

let served: ServedCosts;
beforeEach(async () => {
  const services = Array.from({ length: 12 }, (_, index) => `Service ${index}`);
  served = await serveCostExplorer({
    ledger: ledgerOf([
      ...services.map((service, index) => aLineItem({ service, unblended: String(index) })),
      aLineItem({ day: '2026-09-05', service: 'Service 11', unblended: '100' }),
      aLineItem({ service: 'Service 11', recordType: 'Credit', usageType: 'Promotion', unblended: '-1' }),
    ]),
  });
});
afterEach(() => served.close());

const drivers = (input: Partial<GetCostComparisonDriversCommand['input']> = {}) =>
  served.client().send(
    new GetCostComparisonDriversCommand({
      BaselineTimePeriod: period('2026-09-01', '2026-10-01'),
      ComparisonTimePeriod: period('2026-10-01', '2026-11-01'),
      MetricForComparison: 'UnblendedCost',
      ...input,
    }),
  );
const value = (before: string, after: string, change: string) => ({
  UnblendedCost: {
    BaselineTimePeriodAmount: before,
    ComparisonTimePeriodAmount: after,
    Difference: change,
    Unit: 'USD',
  },
});

test('What changed most comes first, with what it changed by', async () => {
  const { CostComparisonDrivers } = await drivers();
  expect(CostComparisonDrivers?.[0]).toEqual({
    CostSelector: {
      And: [
        { Dimensions: { Key: 'SERVICE', Values: ['Service 11'] } },
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: ['000000000001'] } },
      ],
    },
    Metrics: value('100', '10', '-90'),
    CostDrivers: [
      { Type: 'USAGE_CHANGE', Name: 'EUC1-TimedStorage-ByteHrs', Metrics: value('100', '11', '-89') },
      { Type: 'CREDIT', Name: 'Promotion', Metrics: value('0', '-1', '-1') },
    ],
  });
});

test('Ten make a page, and no more can be asked for', async () => {
  const first = await drivers();
  expect(first.CostComparisonDrivers).toHaveLength(10);
  const second = await drivers({ NextPageToken: first.NextPageToken });
  expect(second.CostComparisonDrivers).toHaveLength(2);
  expect(served.billed).toEqual({ GetCostComparisonDrivers: 2 });
  await expect(drivers({ MaxResults: 11 })).rejects.toMatchObject({ name: 'ValidationException' });
});

test('They are grouped as asked', async () => {
  const { CostComparisonDrivers } = await drivers({ GroupBy: by('REGION') });
  expect(CostComparisonDrivers?.map(({ CostSelector }) => CostSelector)).toEqual([
    { Dimensions: { Key: 'REGION', Values: ['eu-central-1'] } },
  ]);
});

test.each([
  ['two months', period('2026-09-01', '2026-11-01')],
  ['parts of months', period('2026-09-15', '2026-10-15')],
  ['a month that is not over', period('2026-11-01', '2026-12-01')],
  ['a month before those that are known', period('2025-09-01', '2025-10-01')],
])('They are not told of %s', async (_, ComparisonTimePeriod) => {
  await expect(drivers({ ComparisonTimePeriod })).rejects.toMatchObject({ name: 'ValidationException' });
});
