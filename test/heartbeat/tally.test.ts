import { describe, expect, test } from 'vitest';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import { takeTally } from '#lambdas/heartbeat/take-tally.ts';
import {
  aDirectory,
  anAccount,
  hoursAgo,
  MANAGEMENT,
  NOW,
  PAYMENTS,
  SHOP,
  someHeartbeatSettings,
} from './a-directory.ts';

type Said = [account: string, region: string, hours: number, version?: string];

async function tallyOf(given: {
  accounts?: AccountRecord[];
  heard?: Said[];
  watchedSince?: string | null;
  settings?: Partial<HeartbeatSettings>;
}) {
  const directory = aDirectory(someHeartbeatSettings({ regions: ['eu-central-1'], ...given.settings }));
  if (given.watchedSince !== null) directory.watched(given.watchedSince);
  directory.has(...(given.accounts ?? []));
  for (const said of given.heard ?? []) directory.heard(...said);
  const { tally } = await takeTally(directory.ports, NOW);
  return tally;
}

const PAIR = { account: PAYMENTS, region: 'eu-central-1' };
const HEARD = { accounts: 1, heard: 1, silent: [], awaited: 0 };
const SILENT = { accounts: 1, heard: 0, silent: [PAIR], awaited: 0 };
const AWAITED = { accounts: 1, heard: 0, silent: [], awaited: 1 };
const NOBODY = { accounts: 0, heard: 0, silent: [], awaited: 0 };

describe('a member', () => {
  test.each([
    ['heard an hour ago', 1, HEARD],
    ['heard just in time', 30, HEARD],
    ['heard too long ago', 30.01, SILENT],
  ])('%s', async (_, hours, expected) => {
    const heard: Said[] = [[PAYMENTS, 'eu-central-1', hours]];

    expect(await tallyOf({ accounts: [anAccount(PAYMENTS)], heard })).toMatchObject(expected);
  });

  test('that was never heard is silent', async () => {
    expect(await tallyOf({ accounts: [anAccount(PAYMENTS)] })).toMatchObject(SILENT);
  });

  test.each([
    ['that has just become one', hoursAgo(2), AWAITED],
    ['that became one a day ago', hoursAgo(29), AWAITED],
    ['that became one before that', hoursAgo(31), SILENT],
  ])('%s and was never heard', async (_, targetSince, expected) => {
    expect(await tallyOf({ accounts: [anAccount(PAYMENTS, { targetSince })] })).toMatchObject(expected);
  });

  test('that came back is given time again, however old its last word is', async () => {
    const accounts = [anAccount(PAYMENTS, { targetSince: hoursAgo(3) })];

    expect(await tallyOf({ accounts, heard: [[PAYMENTS, 'eu-central-1', 500]] })).toMatchObject(AWAITED);
  });

  test.each([
    ['suspended', { state: 'SUSPENDED' }],
    ['closing', { state: 'PENDING_CLOSURE' }],
    ['outside the targets', { targetSince: null }],
  ])('that is %s is not expected', async (_, over) => {
    expect(await tallyOf({ accounts: [anAccount(PAYMENTS, over)] })).toMatchObject(NOBODY);
  });

  test('is asked for every Region of the settings, and for no other', async () => {
    const regions = ['ap-south-2', 'eu-central-1', 'us-east-1'];
    const heard: Said[] = [
      [PAYMENTS, 'eu-central-1', 1],
      [PAYMENTS, 'sa-east-1', 900],
    ];

    expect(await tallyOf({ accounts: [anAccount(PAYMENTS)], heard, settings: { regions } })).toMatchObject({
      accounts: 1,
      heard: 1,
      silent: [
        { account: PAYMENTS, region: 'ap-south-2' },
        { account: PAYMENTS, region: 'us-east-1' },
      ],
    });
  });
});

describe('nothing is silent', () => {
  test('while the directory knows no account', async () => {
    const heard = [PAYMENTS, MANAGEMENT].map((account): Said => [account, 'eu-central-1', 500]);

    expect(await tallyOf({ heard })).toMatchObject(NOBODY);
  });

  test('at the first deployment, before anybody could speak', async () => {
    const accounts = [anAccount(PAYMENTS, { targetSince: hoursAgo(0.1) }), anAccount(MANAGEMENT)];

    expect(await tallyOf({ accounts, watchedSince: null })).toMatchObject({ silent: [], awaited: 2 });
  });

  test('after a time in which nobody counted', async () => {
    const directory = aDirectory();
    directory.has(anAccount(PAYMENTS));
    directory.watched();
    directory.state.now = new Date(NOW.getTime() + 40 * 3_600_000);

    expect((await takeTally(directory.ports, directory.state.now)).tally).toMatchObject({
      silent: [],
      awaited: 2,
    });
  });
});

test('a Region that is new to the settings is given time, in which the others are counted on', async () => {
  const directory = aDirectory(someHeartbeatSettings({ regions: ['eu-central-1'] }));
  directory.watched();
  directory.has(anAccount(PAYMENTS));
  const settings = someHeartbeatSettings({ regions: ['eu-central-1', 'eu-north-1'] });

  const { tally, watch } = await takeTally({ ...directory.ports, settings }, NOW);

  expect(tally).toMatchObject({ silent: [PAIR], awaited: 1 });
  expect(watch.since).toEqual({ 'eu-central-1': hoursAgo(720), 'eu-north-1': NOW.toISOString() });
});

test('the management account is expected wherever it lies, and no account that the directory does not know', async () => {
  const accounts = [anAccount(MANAGEMENT, { targetSince: null })];
  const heard: Said[] = [[SHOP, 'eu-central-1', 500]];

  expect((await tallyOf({ accounts, heard })).silent).toEqual([
    { account: MANAGEMENT, region: 'eu-central-1' },
  ]);
});

test('without a directory whoever was heard in a Region of the settings is expected again', async () => {
  const heard: Said[] = [
    [PAYMENTS, 'eu-central-1', 500],
    [SHOP, 'eu-central-1', 1],
    [SHOP, 'sa-east-1', 500],
  ];
  const settings = { hasDirectory: false, regions: ['eu-central-1', 'us-east-1'] };

  expect(await tallyOf({ heard, settings, watchedSince: null })).toMatchObject({
    accounts: 2,
    heard: 1,
    silent: [PAIR],
    awaited: 0,
  });
});

test('silent members are in the order of their names: of the directory, else of the settings, else the id', async () => {
  const accounts = [anAccount('300000000000', { name: 'alpha' }), anAccount(SHOP), anAccount('100000000000')];
  const settings = { accounts: [{ id: SHOP, name: 'shop-dev', tags: {} }] };

  expect((await tallyOf({ accounts, settings })).silent).toEqual([
    { account: '100000000000', region: 'eu-central-1' },
    { account: '300000000000', name: 'alpha', region: 'eu-central-1' },
    { account: SHOP, name: 'shop-dev', region: 'eu-central-1' },
  ]);
});

test("versions that are not the hub's are counted among those that are heard", async () => {
  const accounts = [PAYMENTS, SHOP, MANAGEMENT].map((id) => anAccount(id));
  const heard: Said[] = [
    [PAYMENTS, 'eu-central-1', 1, '0.1.0'],
    [SHOP, 'eu-central-1', 1, '0.2.0'],
    [MANAGEMENT, 'eu-central-1', 99, '0.0.9'],
  ];

  expect((await tallyOf({ accounts, heard })).otherVersions).toEqual({ '0.1.0': 1 });
});
