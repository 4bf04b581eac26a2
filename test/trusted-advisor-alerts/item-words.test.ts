import { expect, test } from 'vitest';
import { itemLine } from '#lambdas/trusted-advisor-alerts/item-words.ts';
import { barOf } from '#lambdas/trusted-advisor-alerts/limit-bar.ts';

test.each([
  [0, '░░░░░░░░░░'],
  [1, '█░░░░░░░░░'],
  [83, '████████░░'],
  [99, '█████████░'],
  [100, '██████████'],
  [250, '██████████'],
])('%i percent is %s', (percent, bar) => {
  expect(barOf(percent)).toBe(bar);
});

test('what is urgent is shown, however many columns there are, and moments as days', () => {
  const fields = {
    'Access Key ID': 'AKIAEXAMPLE',
    'User Name (IAM or Root)': 'deploy-bot',
    'Fraud Type': 'Exposed',
    'Time Updated': '1795406400000',
    Location: 'a repository',
    Deadline: '1795838400000',
  };
  expect(itemLine({ fields })).toBe(
    'AKIAEXAMPLE: Deadline 2026-11-28, User Name (IAM or Root) deploy-bot, Fraud Type Exposed, Time Updated 2026-11-23',
  );
});

test('a service limit without numbers is shown by its columns', () => {
  const fields = {
    Service: 'EC2',
    'Limit Name': 'Elastic IPs',
    'Limit Amount': 'unlimited',
    'Current Usage': '5',
  };
  expect(itemLine({ region: 'eu-west-1', fields })).not.toContain('NaN');
});
