import { describe, expect, test } from 'vitest';
import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { isSameItem, itemKey } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import { readItem } from '#lambdas/contracts/trusted-advisor/read-item.ts';

type Of = { resourceId?: string; apiId?: string };
const item = (columns: Record<string, unknown>, of: Of = {}) => {
  const one = readItem({ status: 'warning', columns, ...of });
  return { ...one, key: itemKey(one) };
};
const VOLUME = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1';
const limit = (used: string, region = 'eu-west-1') =>
  item({
    Region: region,
    Service: 'VPC',
    'Limit Name': 'VPCs',
    'Limit Amount': '20',
    'Current Usage': used,
    Status: 'Yellow',
  });

describe('the key of an item', () => {
  test('is its ARN, whatever else is said', () => {
    expect(item({ Region: 'eu-west-1', Reason: 'Age' }, { resourceId: VOLUME }).key).toBe(
      item({}, { resourceId: VOLUME }).key,
    );
  });

  test('is Region, service and limit where it has no ARN', () => {
    expect(limit('16').key).toBe(limit('20').key);
    expect(limit('16').key).not.toBe(limit('16', 'eu-central-1').key);
  });

  test('is else what does not change from refresh to refresh', () => {
    const address = (ip: string, more = {}) => item({ Region: 'us-east-1', 'IP Address': ip, ...more });
    expect(address('192.0.2.1').key).toBe(
      address('192.0.2.1', { Status: 'Yellow', 'Last Updated Time': '1' }).key,
    );
    expect(address('192.0.2.1').key).not.toBe(address('192.0.2.2').key);
  });

  test.each([
    'Status',
    'Last Updated Time',
    'Time Updated',
    'Deadline',
    'Deprecation Date',
    'Last Refresh Time',
    'Timestamp',
    'Current Usage',
    'Current Usage (MB)',
    'Day 7',
    '14-Day Average CPU Utilization',
    'Days Since Last Connection',
    'Estimated Monthly Savings',
    'Monthly Storage Cost',
    'Snapshot Age',
    'Max Daily Error Rate',
    'Instance Count',
    'Reason',
    'Recommended Volume Type',
    'Average Daily Invokes',
  ])('does not go by the column %s', (label) => {
    const one = item({ Name: 'a', [label]: '1' });
    expect(one.key).toBe(item({ Name: 'a', [label]: '2' }).key);
  });

  test.each([
    'Volume ID',
    'Bucket Name',
    'Security Group ID',
    'Port',
    'IP Address',
    'User Name',
    'Hosted Zone ID',
    'Function ARN',
  ])('goes by the column %s', (label) => {
    expect(item({ Name: 'a', [label]: '1' }).key).not.toBe(item({ Name: 'a', [label]: '2' }).key);
  });
});

describe('one item by two names', () => {
  const event = item({ Region: 'eu-west-1', Reason: 'No snapshot' }, { resourceId: VOLUME });
  const read = (columns: Record<string, unknown>, apiId = 'opaque') => item(columns, { apiId });

  test.each<[string, AdvisorItem & { key: string }, boolean]>([
    ['the last part of the ARN in a column', read({ Region: 'eu-west-1', 'Volume ID': 'vol-1' }), true],
    ['the whole ARN in a column', read({ Resource: VOLUME }), true],
    ['another thing', read({ Region: 'eu-west-1', 'Volume ID': 'vol-2' }), false],
    ['a thing of that name in another Region', read({ Region: 'eu-central-1', 'Volume ID': 'vol-1' }), false],
  ])('%s: %s', (_name, other, same) => {
    expect(isSameItem(event, other)).toBe(same);
    expect(isSameItem(other, event)).toBe(same);
  });

  test('one id of the API is one item, though a column changed that nobody knew to change', () => {
    const before = item({ Name: 'a', Mood: 'good' }, { apiId: 'a' });
    expect(isSameItem(before, item({ Name: 'a', Mood: 'bad' }, { apiId: 'a' }))).toBe(true);
    expect(isSameItem(before, item({ Name: 'a', Mood: 'bad' }))).toBe(false);
  });

  test('two ids of the API are two items, whatever their columns', () => {
    const group = { Region: 'eu-west-1', 'Security Group ID': 'sg-1' };
    expect(isSameItem(item(group, { apiId: 'a' }), item({ ...group, Port: '22' }, { apiId: 'b' }))).toBe(
      false,
    );
  });
});
