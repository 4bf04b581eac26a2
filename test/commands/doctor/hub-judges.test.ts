import { expect, test } from 'vitest';
import { judgeAlarmEmails, toSubscriptions } from '#bin/commands/doctor/checks/alarm-emails.ts';
import { judgeBootstrap } from '#bin/commands/doctor/checks/bootstrap.ts';
import { judgeConcurrency } from '#bin/commands/doctor/checks/concurrency.ts';
import { judgeHubStack } from '#bin/commands/doctor/checks/deployed-version.ts';
import { judgeTools } from '#bin/commands/doctor/checks/tools.ts';
import { verdict, verdicts } from '#test/commands/doctor/verdicts-of.ts';

test.each([
  { node: '24.21.0', installed: '2.1.0', expected: ['ok', 'ok'] },
  { node: '22.18.0', installed: '2.1.0', expected: ['warning', 'ok'] },
  { node: '24.21.0', installed: '2.0.0', expected: ['ok', 'failed'] },
  { node: '24.21.0', installed: undefined, expected: ['ok', 'failed'] },
])('Node $node with CDK $installed is $expected', ({ node, installed, expected }) => {
  const packages = [{ name: 'aws-cdk', wanted: '2.1.0', ...(installed ? { installed } : {}) }];

  expect(verdicts(judgeTools({ node, packages }))).toEqual(expected);
});

test('a package that this clone does not name, and does not have, is not fine', () => {
  expect(verdicts(judgeTools({ node: '24.21.0', packages: [{ name: 'aws-cdk' }] }))).toEqual([
    'ok',
    'failed',
  ]);
});

test.each([
  [undefined, 'failed'],
  [5, 'failed'],
  [Number.NaN, 'failed'],
  [6, 'ok'],
  [33, 'ok'],
])('the bootstrap version %s is %s', (version, expected) => {
  expect(verdict(judgeBootstrap(version, '1', 'eu-north-1'))).toBe(expected);
});

test.each([
  ['CREATE_COMPLETE', '1.0.0', 'ok'],
  ['UPDATE_COMPLETE', '1.0.0', 'ok'],
  ['IMPORT_COMPLETE', '1.0.0', 'ok'],
  ['UPDATE_COMPLETE', undefined, 'warning'],
  ['CREATE_IN_PROGRESS', '1.0.0', 'warning'],
  ['UPDATE_IN_PROGRESS', '1.0.0', 'warning'],
  ['UPDATE_ROLLBACK_COMPLETE', '1.0.0', 'warning'],
  ['ROLLBACK_COMPLETE', '1.0.0', 'failed'],
  ['DELETE_FAILED', '1.0.0', 'failed'],
])('a hub that is %s in version %s is %s', (status, version, expected) => {
  const hub = { status, version, createdAt: new Date(0), outputs: {} };

  expect(verdict(judgeHubStack(hub, 'ReeveHub', '1.0.0'))).toBe(expected);
});

test('an address is the same in capitals, and one confirmation is enough', () => {
  const subscriptions = [
    { endpoint: 'Ada@Example.org', isConfirmed: false },
    { endpoint: 'ada@example.org', isConfirmed: true },
  ];

  expect(
    verdicts(judgeAlarmEmails(['ada@example.org'], { subscriptions, topic: 'arn' }, 'ReeveHub')),
  ).toEqual(['ok']);
});

test.each([
  [0, 'failed'],
  [9, 'failed'],
  [10, 'warning'],
  [99, 'warning'],
  [100, 'ok'],
  [1000, 'ok'],
])('%s functions at once are %s', (free, expected) => {
  expect(verdict(judgeConcurrency({ limit: 1000, free }, 'eu-north-1'))).toBe(expected);
});

test.each([
  [10, 'failed'],
  [99, 'failed'],
  [100, 'ok'],
])('with a function that has a part of its own %i are %s', (free, expected) => {
  expect(verdict(judgeConcurrency({ limit: 1000, free, reserves: true }, 'eu-north-1'))).toBe(expected);
});

test('a deleted subscription is none, a pending one is not confirmed', () => {
  const listed = [
    { Endpoint: 'a', SubscriptionArn: 'Deleted' },
    { Endpoint: 'b', SubscriptionArn: 'PendingConfirmation' },
    { Endpoint: 'c', SubscriptionArn: 'arn:aws:sns:eu-north-1:1:t:1' },
  ];

  expect(toSubscriptions(listed)).toEqual([
    { endpoint: 'b', isConfirmed: false },
    { endpoint: 'c', isConfirmed: true },
  ]);
});
