import { expect, test } from 'vitest';
import { reconcile } from '#lambdas/cost-reports/check/reconcile.ts';
import type { QueryScan } from '#lambdas/cost-reports/check/scan-lines.ts';
import type { Amounts } from '#lambdas/cost-reports/cost-line.ts';
import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostRun } from '#lambdas/cost-reports/cost-run.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';

const period = { start: '2026-10-01', end: '2026-11-01' };
const SERVICE = { type: 'DIMENSION', key: 'SERVICE' } as const;
const RECORD_TYPE = { type: 'DIMENSION', key: 'RECORD_TYPE' } as const;
const ACCOUNT = { type: 'DIMENSION', key: 'LINKED_ACCOUNT' } as const;

const same = (text: string): Amounts => {
  const amount = parseDecimal(text);
  return { unblended: amount, amortized: amount, net_unblended: amount, net_amortized: amount };
};
const aScan = (sums: Record<string, string>): QueryScan => ({
  months: new Map([
    [
      '2026-10',
      [
        {
          ...period,
          currency: 'USD',
          estimated: false,
          sums: new Map(Object.entries(sums).map(([type, text]) => [type, same(text)])),
        },
      ],
    ],
  ]),
  hasValues: true,
});

/** A run whose queries had these sums by record type in October. */
function aRun(sums: Record<string, Record<string, string>>, groupBy = [SERVICE, RECORD_TYPE]): CostRun {
  const query = (name: string): UsageQuery =>
    aUsageQuery({
      name,
      period,
      groupBy: name === 'accounts-by-service-monthly' ? [ACCOUNT, SERVICE] : groupBy,
    });
  const queries = Object.keys(sums).map((name) => ({ query: query(name), tables: [], expectedPages: 1 }));
  return {
    at: '2026-11-22T09:00:00Z',
    plan: { run: 'r', set: 'monthly', today: '2026-11-22', queries, expectedRequests: 1 },
    settings: someSettings(),
    state: { months: {}, pages: {} },
    source: { name: 'Cost Explorer' } as CostRun['source'],
    outcomes: new Map(),
    scans: new Map(Object.entries(sums).map(([name, one]) => [name, aScan(one)])),
    drifts: [],
  };
}

test('a support line that a grouping loses is printed to the last digit (boto3#2140)', () => {
  const run = aRun({
    'drift-check': { Usage: '45.63', Support: '23.67' },
    'services-monthly': { Usage: '45.63' },
  });
  expect(reconcile(run)).toEqual([
    {
      query: 'services-monthly',
      month: '2026-10',
      text: 'For 2026-10 services-monthly comes to 45.63, drift-check to 69.3 (net_unblended): Support -23.67 (on every basis).',
    },
  ]);
});

test('without a drift check all are held against the services', () => {
  const run = aRun({
    'services-monthly': { Usage: '1.0000000001' },
    'accounts-monthly': { Usage: '1.0000000001' },
    'regions-monthly': { Usage: '1' },
  });
  expect(reconcile(run).map(({ query, text }) => [query, text])).toEqual([
    [
      'regions-monthly',
      'For 2026-10 regions-monthly comes to 1, services-monthly to 1.0000000001 (net_unblended): Usage -0.0000000001 (on every basis).',
    ],
  ]);
});

test('costs without record types are held against the sum of all', () => {
  const sums = {
    'services-monthly': { Usage: '3', Credit: '-1' },
    'accounts-by-service-monthly': { '': '2' },
  };
  expect(reconcile(aRun(sums))).toEqual([]);
  const less = reconcile(aRun({ ...sums, 'accounts-by-service-monthly': { '': '1.5' } }));
  expect(less.map(({ text }) => text).join()).toContain('all -0.5 (on every basis)');
});

test('a query that has nothing of a month lacks all of it', () => {
  const run = aRun({ 'services-monthly': { Usage: '3' }, 'regions-monthly': { Usage: '3' } });
  const scans = new Map(run.scans).set('regions-monthly', { months: new Map(), hasValues: false });
  expect(reconcile({ ...run, scans })).toMatchObject([{ query: 'regions-monthly', month: '2026-10' }]);
});
