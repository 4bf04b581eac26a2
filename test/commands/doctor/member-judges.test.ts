import { describe, expect, test } from 'vitest';
import { judgeContacts } from '#bin/commands/doctor/checks/contacts.ts';
import { judgeHeartbeats } from '#bin/commands/doctor/checks/heartbeats.ts';
import { judgeRecorders, toRecorder } from '#bin/commands/doctor/checks/recorders.ts';
import { judgeEndOfPlans } from '#bin/commands/doctor/checks/support-plans.ts';
import { verdicts } from '#test/commands/doctor/verdicts-of.ts';

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
