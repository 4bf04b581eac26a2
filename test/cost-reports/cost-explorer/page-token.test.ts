import { expect, test } from 'vitest';
import { COST_OPERATIONS, type CostOperation } from '#lambdas/contracts/cost-operations.ts';
import { nextTokenIn, withToken } from '#lambdas/cost-reports/cost-explorer/page-token.ts';

const answer = { NextPageToken: 'page', NextToken: 'plain', nextToken: 'small', NextPage: 'none' };
const read = (operation: CostOperation) => nextTokenIn(operation, answer);

test('the token of each operation is read where that one writes it (awslabs/mcp#3351)', () => {
  expect(Object.fromEntries(COST_OPERATIONS.map((operation) => [operation, read(operation)]))).toEqual({
    GetCostAndUsage: 'page',
    GetCostForecast: undefined,
    GetReservationCoverage: 'page',
    GetReservationUtilization: 'page',
    GetReservationPurchaseRecommendation: 'page',
    GetSavingsPlansCoverage: 'plain',
    GetSavingsPlansUtilization: undefined,
    GetCostComparisonDrivers: 'page',
  });
});

test.each([{}, { NextPageToken: '' }, { NextPageToken: null }])('%o is a last page', (last) => {
  expect(nextTokenIn('GetCostAndUsage', last)).toBeUndefined();
});

test.each([
  { operation: 'GetSavingsPlansCoverage', input: { MaxResults: 100, NextToken: 'a' } },
  { operation: 'GetReservationCoverage', input: { MaxResults: 100, NextPageToken: 'a' } },
  { operation: 'GetCostForecast', input: { MaxResults: 100 } },
] as const)(
  'the question of $operation is repeated with the token under the same name',
  ({ operation, input }) => {
    expect(withToken({ operation, input: { MaxResults: 100 } }, 'a')).toEqual(input);
    expect(withToken({ operation, input: { MaxResults: 100 } }, undefined)).toEqual({ MaxResults: 100 });
  },
);
