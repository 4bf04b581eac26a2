import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { severityOfItem } from '#lambdas/contracts/trusted-advisor/item-severity.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { SELECTION } from '#test/trusted-advisor-alerts/an-advisor-event.ts';

const limit = (used: string, amount: string) => ({
  Service: 'VPC',
  'Limit Name': 'VPCs',
  'Limit Amount': amount,
  'Current Usage': used,
});
const severity = (status: ItemStatus, fields: Record<string, string>) =>
  severityOfItem({ status, fields }, SELECTION);

test.each<[ItemStatus, string | undefined]>([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'info'],
  ['ok', undefined],
])('%s is %s, also where a column of colours says otherwise', (status, expected) => {
  expect(severity(status, { Status: 'Green' })).toBe(expected);
});

describe('a service limit', () => {
  test.each([
    ['79', '100', undefined],
    ['80', '100', 'warning'],
    ['99.99', '100', 'warning'],
    ['100', '100', 'error'],
    ['150', '100', 'error'],
    ['1,600', '2,000', 'warning'],
    ['2,000', '2,000', 'error'],
  ])('%s of %s is %s', (used, amount, expected) => {
    expect(severity('warning', limit(used, amount))).toBe(expected);
  });

  test.each([
    ['without a name of the limit', { Service: 'VPC', 'Limit Amount': 'Red', 'Current Usage': '5' }],
    ['with words for numbers', limit('5', 'unlimited')],
    ['of nothing', limit('5', '0')],
    ['that AWS gives no amount of', { 'Function ARN': 'arn:aws:lambda:…', 'Current Usage (MB)': '70000' }],
  ])('%s goes by its status, and no NaN is shown', (_name, fields: Record<string, string>) => {
    expect(limitUseOf(fields)).toBeUndefined();
    expect(severity('error', fields)).toBe('error');
  });

  test('never shows more used than is, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (used, amount) => {
        const percent = limitUseOf(limit(String(used), String(amount)))?.percent ?? -1;
        expect(percent * amount).toBeLessThanOrEqual(used * 100);
        expect((percent + 1) * amount).toBeGreaterThan(used * 100);
      }),
    );
  });
});
