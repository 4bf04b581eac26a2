import type { Expression } from '@aws-sdk/client-cost-explorer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aLineItem } from './a-line-item.ts';
import { amountsOf, aQuestion, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

let served: ServedCosts;
beforeAll(async () => {
  // Powers of two: a sum says which lines are in it.
  const ledger = ledgerOf([
    aLineItem({ unblended: '1', service: 'AWS Lambda', tags: { team: 'web' } }),
    aLineItem({ unblended: '2', service: 'AWS Lambda', region: 'us-east-1', tags: { team: 'Web' } }),
    aLineItem({ unblended: '4', service: 'AWS Glue', costCategories: { Division: 'Retail' } }),
    aLineItem({ unblended: '8', service: 'Tax', region: undefined, recordType: 'Tax', usageType: undefined }),
  ]);
  served = await serveCostExplorer({ ledger });
});
afterAll(() => served.close());

const lambda: Expression = { Dimensions: { Key: 'SERVICE', Values: ['AWS Lambda'] } };
const glue: Expression = { Dimensions: { Key: 'SERVICE', Values: ['AWS Glue'] } };
const frankfurt: Expression = { Dimensions: { Key: 'REGION', Values: ['eu-central-1'] } };

test.each<[string, Expression, string]>([
  ['one value', lambda, '3'],
  ['any of some values', { Dimensions: { Key: 'SERVICE', Values: ['AWS Glue', 'Tax'] } }, '12'],
  ['a value that nothing has, without an error', { Dimensions: { Key: 'SERVICE', Values: ['EC2'] } }, '0'],
  ['both', { And: [lambda, frankfurt] }, '1'],
  ['either', { Or: [lambda, glue] }, '7'],
  ['not', { Not: { Or: [lambda, glue] } }, '8'],
  ['nothing that is nowhere', { Dimensions: { Key: 'REGION', Values: ['NoRegion'] } }, '8'],
  ['a tag, by the case of its letters', { Tags: { Key: 'team', Values: ['web'] } }, '1'],
  ['no tag', { Tags: { Key: 'team', MatchOptions: ['ABSENT'] } }, '12'],
  ['any tag', { Not: { Tags: { Key: 'team', MatchOptions: ['ABSENT'] } } }, '3'],
  ['a tag without a value', { Tags: { Key: 'team', Values: [''] } }, '12'],
  ['a cost category', { CostCategories: { Key: 'Division', Values: ['Retail'] } }, '4'],
  ['no cost category', { CostCategories: { Key: 'Division', MatchOptions: ['ABSENT'] } }, '11'],
])('A filter picks %s', async (_, Filter, sum) => {
  const TimePeriod = period('2026-10-01', '2026-11-01');
  const question = aQuestion({ TimePeriod, Granularity: 'MONTHLY', Filter });
  expect(Object.values(await amountsOf(served.client(), question))).toEqual([sum]);
});
