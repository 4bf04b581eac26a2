import type { OtherQuery, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';

/** Services of two months by kind of charge. */
export function aUsageQuery(given: Partial<UsageQuery> = {}): UsageQuery {
  return {
    operation: 'GetCostAndUsage',
    name: 'services-monthly',
    granularity: 'MONTHLY',
    period: { start: '2026-09-01', end: '2026-11-01' },
    groupBy: [
      { type: 'DIMENSION', key: 'SERVICE' },
      { type: 'DIMENSION', key: 'RECORD_TYPE' },
    ],
    ...given,
  };
}

/** Drivers of a month, of which one page is enough. */
export function anOtherQuery(given: Partial<OtherQuery> = {}): OtherQuery {
  return {
    operation: 'GetCostComparisonDrivers',
    name: 'comparison-drivers',
    period: { start: '2026-10-01', end: '2026-11-01' },
    input: { MaxResults: 10 },
    ...given,
  };
}
