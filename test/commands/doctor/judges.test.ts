import { describe, expect, test } from 'vitest';
import { judgeAlarmEmails, toSubscriptions } from '#bin/commands/doctor/checks/alarm-emails.ts';
import { judgeBootstrap } from '#bin/commands/doctor/checks/bootstrap.ts';
import { judgeConcurrency } from '#bin/commands/doctor/checks/concurrency.ts';
import { judgeContacts } from '#bin/commands/doctor/checks/contacts.ts';
import { judgeCosts } from '#bin/commands/doctor/checks/cost-explorer.ts';
import { judgeDelegation, needsOf } from '#bin/commands/doctor/checks/delegated-administrators.ts';
import { judgeHubStack } from '#bin/commands/doctor/checks/deployed-version.ts';
import { judgeHealthView } from '#bin/commands/doctor/checks/health-view.ts';
import { judgeHeartbeats } from '#bin/commands/doctor/checks/heartbeats.ts';
import { judgeOrganization } from '#bin/commands/doctor/checks/organization.ts';
import { judgeRecorders, toRecorder } from '#bin/commands/doctor/checks/recorders.ts';
import { judgeEndOfPlans } from '#bin/commands/doctor/checks/support-plans.ts';
import { judgeTargets } from '#bin/commands/doctor/checks/targets.ts';
import { judgeTools } from '#bin/commands/doctor/checks/tools.ts';
import { reaches, recordsWrites } from '#bin/commands/doctor/checks/trail.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';

const verdicts = (findings: Observed[]) => findings.map(({ verdict }) => verdict);
const HUB = { hubAccount: '1', homeRegion: 'eu-north-1' };
const verdict = (findings: Observed[]) => findings[0]?.verdict;

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
  expect(verdict(judgeHubStack({ status, version, createdAt: new Date(0) }, 'ReeveHub', '1.0.0'))).toBe(
    expected,
  );
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

describe('the Organization', () => {
  const settings = { id: 'o-town', managementAccount: '9' };

  test.each([
    { found: { id: 'o-town', managementAccount: '9', featureSet: 'ALL' }, expected: ['ok'] },
    {
      found: { id: 'o-town', managementAccount: '9', featureSet: 'CONSOLIDATED_BILLING' },
      expected: ['failed'],
    },
    { found: { id: 'o-city', managementAccount: '8', featureSet: 'ALL' }, expected: ['failed', 'failed'] },
    { found: undefined, expected: ['failed'] },
  ])('$found is $expected', ({ found, expected }) => {
    expect(verdicts(judgeOrganization(found, settings))).toEqual(expected);
  });

  test.each([
    { above: ['ou-a', 'r-1'], expected: 'ok' },
    { above: ['ou-b', 'r-1'], expected: 'failed' },
    { above: undefined, expected: 'ok' },
  ])('targets above $above are $expected for the hub', ({ above, expected }) => {
    expect(verdict(judgeTargets({ targets: ['ou-a'], missing: [], above }))).toBe(expected);
  });
});

test.each([
  { health: { reconcile: true }, expected: ['failed', 'failed', 'warning', 'warning'] },
  { health: { reconcile: false }, expected: ['failed', 'warning', 'warning', 'warning'] },
  { health: undefined, expected: ['failed', 'warning', 'warning', 'warning'] },
])('of delegations only those fail that are needed: $health', ({ health, expected }) => {
  const findings = needsOf({
    health: health && { ...health, reminderDays: [], quietAfterDays: 14, backup: true },
  });

  expect(
    verdicts(findings.map((need) => judgeDelegation(need, { isDelegated: false, isTrusted: true }, HUB))),
  ).toEqual(expected);
});

test.each([
  ['ENABLED', false, 'ok'],
  ['PENDING', true, 'warning'],
  ['DISABLED', true, 'failed'],
  [undefined, true, 'ok'],
  [undefined, false, 'failed'],
])('a view of Health that is %s, trusted %s, is %s', (status, isTrusted, expected) => {
  expect(verdict(judgeHealthView(status, isTrusted, 'eu-north-1'))).toBe(expected);
});

describe('a trail', () => {
  const advanced = (...FieldSelectors: { Field: string; Equals: string[] }[]) => ({
    AdvancedEventSelectors: [{ FieldSelectors }],
  });
  const management = { Field: 'eventCategory', Equals: ['Management'] };

  test.each([
    { selectors: { EventSelectors: [{}] }, expected: true },
    { selectors: { EventSelectors: [{ IncludeManagementEvents: false }] }, expected: false },
    { selectors: { EventSelectors: [{ ReadWriteType: 'ReadOnly' as const }] }, expected: false },
    { selectors: { EventSelectors: [{ ReadWriteType: 'WriteOnly' as const }] }, expected: true },
    { selectors: advanced(management), expected: true },
    { selectors: advanced(management, { Field: 'readOnly', Equals: ['false'] }), expected: true },
    { selectors: advanced(management, { Field: 'readOnly', Equals: ['true'] }), expected: false },
    { selectors: advanced({ Field: 'eventCategory', Equals: ['Data'] }), expected: false },
    { selectors: {}, expected: false },
  ])('with $selectors records writes: $expected', ({ selectors, expected }) => {
    expect(recordsWrites(selectors)).toBe(expected);
  });
});

test.each([
  { trail: { IsMultiRegionTrail: true, HomeRegion: 'eu-north-1' }, expected: true },
  { trail: { IsMultiRegionTrail: false, HomeRegion: 'us-east-1' }, expected: true },
  { trail: { IsMultiRegionTrail: false, HomeRegion: 'eu-north-1' }, expected: false },
  { trail: { IsMultiRegionTrail: true, IncludeGlobalServiceEvents: false }, expected: false },
])('the trail $trail reaches us-east-1: $expected', ({ trail, expected }) => {
  expect(reaches(trail, 'us-east-1')).toBe(expected);
});

describe('a heartbeat', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const long = new Date('2025-01-01T00:00:00Z');
  const yesterday = new Date('2026-11-21T18:00:00Z');

  test.each([
    { what: 'of this morning', heardAt: '2026-11-22T06:00:00Z', expected: 'ok' },
    { what: 'of 30 hours ago', heardAt: '2026-11-21T06:00:00Z', expected: 'ok' },
    { what: 'of longer ago', heardAt: '2026-11-21T05:59:59Z', expected: 'failed' },
    {
      what: 'of longer ago, of a new account',
      heardAt: '2026-11-20T06:00:00Z',
      joinedAt: yesterday,
      expected: 'failed',
    },
    { what: 'that never came', expected: 'failed' },
    { what: 'that never came, of a new account', joinedAt: yesterday, expected: 'warning' },
    { what: 'that never came, to a new hub', deployedAt: yesterday, expected: 'warning' },
    { what: 'that never came, of a new Region', regionSince: yesterday, expected: 'warning' },
    { what: 'that never came, of an old Region', regionSince: long, expected: 'failed' },
  ])('$what is $expected', ({ heardAt, joinedAt = long, deployedAt = long, regionSince, expected }) => {
    const heard = heardAt ? [{ account: '1', region: 'eu-north-1', heardAt, version: '1.0.0' }] : [];
    const accounts = [{ id: '1', since: joinedAt }];
    const awaitedSince: Record<string, string> = {};
    if (regionSince) awaitedSince['eu-north-1'] = regionSince.toISOString();
    const rest = { awaitedSince, heard, deployedAt, silentAfterHours: 30, now };
    const facts = { accounts, regions: ['eu-north-1'], ...rest };

    expect(verdicts(judgeHeartbeats(facts))).toEqual([expected]);
  });
});

test.each([
  ['2026-11-22', 'aws', true, 1],
  ['2026-12-31', 'aws', true, 1],
  ['2027-01-01', 'aws', true, 0],
  ['2026-11-22', 'aws-us-gov', true, 0],
  ['2026-11-22', 'aws-cn', true, 0],
  ['2026-11-22', 'aws', false, 0],
])(
  'on %s in %s, paid plans %s, the end of the old plans is told %s times',
  (day, partition, isAnyPaid, times) => {
    expect(judgeEndOfPlans(isAnyPaid, new Date(day), partition)).toHaveLength(times);
  },
);

test.each([
  { found: [], expected: 'warning' },
  { found: [{ name: 'default', isInternal: false, isRecording: true }], expected: 'ok' },
  { found: [{ name: 'default', isInternal: false, isRecording: false }], expected: 'warning' },
  { found: [{ name: 'linked', isInternal: true, isRecording: true }], expected: 'warning' },
])('the recorders $found are $expected', ({ found, expected }) => {
  expect(judgeRecorders(found).verdict).toBe(expected);
});

test.each([
  { recorder: { recordingScope: 'PAID' as const }, expected: false },
  { recorder: { recordingScope: 'PAID' as const, servicePrincipal: 'x' }, expected: false },
  { recorder: { recordingScope: 'INTERNAL' as const }, expected: true },
  { recorder: { servicePrincipal: 'x' }, expected: true },
  { recorder: {}, expected: false },
])('the recorder $recorder is that of an AWS service: $expected', ({ recorder, expected }) => {
  expect(toRecorder(recorder, new Set()).isInternal).toBe(expected);
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

test('contacts that could not be read are neither there nor missing, and closed accounts need none', () => {
  const contacts = { BILLING: null, OPERATIONS: null, SECURITY: null };
  const accounts = [
    { id: '1', state: 'ACTIVE', contacts: {} },
    { id: '2', state: 'SUSPENDED', contacts },
    { id: '3', state: 'ACTIVE', contacts },
  ];

  expect(judgeContacts(accounts).map(({ account, verdict }) => [account, verdict])).toEqual([
    ['1', 'unseen'],
    ['3', 'warning'],
  ]);
  expect(judgeContacts([])).toMatchObject([
    { verdict: 'warning', text: expect.stringContaining('empty') as string },
  ]);
});

test('of many active tags ten are named', () => {
  const tags = Array.from({ length: 12 }, (_, index) => ({ key: `t${index}`, isActive: true }));

  expect(judgeCosts(tags)[1]?.text).toMatch(/t0, .*t9 and 2 more$/);
});
