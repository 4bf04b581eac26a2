import {
  GetCostCategoriesCommand,
  GetDimensionValuesCommand,
  GetTagsCommand,
} from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aLineItem } from './a-line-item.ts';
import { period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

const TimePeriod = period('2026-10-01', '2026-11-01');

let served: ServedCosts;
beforeEach(async () => {
  const ledger = ledgerOf([
    aLineItem({ tags: { team: 'web', stage: 'prod' }, accountName: '=one' }),
    aLineItem({ account: '000000000002', unblended: '9', costCategories: { Division: 'Retail' } }),
  ]);
  served = await serveCostExplorer({ ledger });
});
afterEach(() => served.close());

const tags = (input: Partial<GetTagsCommand['input']> = {}) =>
  served.client().send(new GetTagsCommand({ TimePeriod, ...input }));
const values = (input: Partial<GetDimensionValuesCommand['input']> = {}) =>
  served.client().send(new GetDimensionValuesCommand({ TimePeriod, Dimension: 'LINKED_ACCOUNT', ...input }));

test('Keys of active tags, and the values of one, with one that stands for none', async () => {
  expect(await tags()).toMatchObject({ Tags: ['stage', 'team'], ReturnSize: 2, TotalSize: 2 });
  expect((await tags({ TagKey: 'team' })).Tags).toEqual(['', 'web']);
  expect((await tags({ SearchString: 'tea' })).Tags).toEqual(['team']);
  served.switches.activeTags = [];
  expect((await tags()).Tags).toEqual([]);
});

test('Values of dimensions, with the names of accounts', async () => {
  expect((await values()).DimensionValues).toEqual([
    { Value: '000000000001', Attributes: { description: '=one' } },
    { Value: '000000000002', Attributes: {} },
  ]);
  const costliest = await values({
    SortBy: [{ Key: 'UnblendedCost', SortOrder: 'DESCENDING' }],
    MaxResults: 1,
  });
  expect(costliest.DimensionValues?.map(({ Value }) => Value)).toEqual(['000000000002']);
  await expect(values({ Dimension: undefined })).rejects.toMatchObject({ name: 'ValidationException' });
});

test('Names of cost categories, and values of one', async () => {
  const categories = (CostCategoryName?: string) =>
    served.client().send(new GetCostCategoriesCommand({ TimePeriod, CostCategoryName }));
  expect((await categories()).CostCategoryNames).toEqual(['Division']);
  expect((await categories('Division')).CostCategoryValues).toEqual(['', 'Retail']);
});

test('A thousand make a page; a sorted list has one, and is not searched', async () => {
  const many = Array.from({ length: 1100 }, (_, index) =>
    aLineItem({ account: String(index).padStart(12, '0') }),
  );
  served.ledger.add(many);
  const first = await values();
  expect(first.DimensionValues).toHaveLength(1000);
  const second = await values({ NextPageToken: first.NextPageToken });
  expect(second).toMatchObject({ ReturnSize: 100, TotalSize: 1100 });
  const SortBy = [{ Key: 'UnblendedCost' }];
  expect((await values({ SortBy })).NextPageToken).toBeUndefined();
  await expect(values({ SortBy, SearchString: '1' })).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(values({ MaxResults: 1001 })).rejects.toMatchObject({ name: 'ValidationException' });
  expect(served.billed).toEqual({ GetDimensionValues: 3 });
});
