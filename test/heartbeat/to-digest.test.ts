import { describe, expect, test } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import type { Silent, Tally } from '#lambdas/heartbeat/tally.ts';
import { toDigest } from '#lambdas/heartbeat/to-digest.ts';
import { NOW, PAYMENTS, SHOP, someHeartbeatSettings } from './a-directory.ts';

const WELL: Tally = { accounts: 300, heard: 1200, silent: [], awaited: 0, otherVersions: {} };
const digest = (over: Partial<Tally> = {}) => toDigest({ ...WELL, ...over }, someHeartbeatSettings(), NOW);
const silent = (region: string, account = PAYMENTS, name = 'payments-prod'): Silent => ({
  account,
  name,
  region,
});

test('a day has one digest: an alert that is over as soon as it is told', () => {
  expect(digest()).toMatchObject({
    key: 'heartbeat/2026-11-20',
    scope: 'heartbeat/2026-11-20',
    source: 'heartbeat',
    part: { id: 'all', status: 'resolved', resources: [], orderedBy: [['toldAt', NOW.getTime()]] },
    labels: { kind: ['digest'] },
    severity: 'info',
    title: 'All 1,200 Regions are heard',
    summary: 'Heard 1,200 of 1,200 Regions in 300 accounts.',
    actions: [],
  });
});

test('what is told is what the alert desk reads, of one account as of many', () => {
  const told = digest({ accounts: 1, heard: 1 });
  expect(Observation.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
  expect(told).toMatchObject({
    title: '1 Region is heard',
    summary: 'Heard 1 of 1 Region in 1 account.',
    actions: [],
  });
});

describe('silent members', () => {
  test('are named with their Regions, and the doctor is called', () => {
    const list = [
      silent('eu-west-1'),
      silent('eu-central-1', SHOP, 'shop-dev'),
      silent('us-east-1', SHOP, 'shop-dev'),
    ];

    expect(digest({ heard: 1197, silent: list })).toMatchObject({
      severity: 'warning',
      title: '3 Regions are silent',
      summary: [
        'Heard 1,197 of 1,200 Regions in 300 accounts.',
        'Silent for more than 30 hours:',
        `• payments-prod (${PAYMENTS}): eu-west-1`,
        `• shop-dev (${SHOP}): all Regions`,
      ].join('\n'),
      actions: [{ id: 'doctor', command: 'npm run reeve -- doctor' }],
    });
  });

  test('have their id where no name is known, and a long name is cut', () => {
    const { summary } = digest({
      silent: [{ account: PAYMENTS, region: 'eu-west-1' }, silent('x', SHOP, 'n'.repeat(99))],
    });

    expect(summary).toContain(`• ${PAYMENTS}: eu-west-1`);
    expect(summary).toContain(`• ${'n'.repeat(50)} (${SHOP}): x`);
  });

  test('are told in whole characters, wherever their names are cut', () => {
    const { summary } = digest({ silent: [silent('x', SHOP, `${'n'.repeat(49)}🏭`)] });

    expect(summary.isWellFormed()).toBe(true);
  });

  test('are twenty at most, the others a number', () => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      silent('eu-west-1', String(100_000_000_000 + index)),
    );
    const lines = digest({ silent: many }).summary.split('\n');

    expect(lines).toHaveLength(23);
    expect(lines.at(-1)).toBe('• and 1,480 more');
  });
});

test.each([
  ['new ones are no silence', { awaited: 4 }, 'info', '4 Regions are new and should speak within a day.'],
  [
    'versions that differ are told',
    { otherVersions: { '0.1.0': 12 } },
    'info',
    '12 Regions run version 0.1.0, the hub 0.2.0.',
  ],
  [
    'one Region is one',
    { otherVersions: { unknown: 1 } },
    'info',
    '1 Region runs version unknown, the hub 0.2.0.',
  ],
])('%s', (_, over, severity, line) => {
  const told = digest(over);

  expect(told.severity).toBe(severity);
  expect(told.summary.split('\n').at(-1)).toBe(line);
});

test('of many versions the three that most Regions run are told', () => {
  const lines = digest({ otherVersions: { '0.1.0': 2, '0.1.1': 9, '0.1.2': 4, '0.1.3': 1 } }).summary.split(
    '\n',
  );

  expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(['9', '4', '2']);
});

test.each([
  ['whose members are new', { awaited: 8, accounts: 4 }, '8 Regions are new and should speak within a day.'],
  ['that knows nobody', { accounts: 0 }, 'Nor is any account known that should be heard.'],
])('a hub %s says so', (_, over, summary) => {
  expect(digest({ ...over, heard: 0 })).toMatchObject({
    title: 'No account has been heard yet',
    severity: 'info',
    summary,
  });
});
