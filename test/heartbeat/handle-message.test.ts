import { describe, expect, test } from 'vitest';
import { handleMessage } from '#lambdas/heartbeat/handle-message.ts';
import type { Heartbeat } from '#lambdas/heartbeat/heartbeat-message.ts';
import {
  aDirectory,
  anAccount,
  hoursAgo,
  NOW,
  PAYMENTS,
  SHOP,
  someHeartbeatSettings,
} from './a-directory.ts';

const heartbeat = (over: Partial<Heartbeat> = {}): Heartbeat => ({
  'detail-type': 'Heartbeat',
  account: PAYMENTS,
  region: 'eu-central-1',
  time: hoursAgo(1),
  detail: { version: '0.2.0' },
  ...over,
});

describe('a heartbeat', () => {
  test('is kept as what account and Region said last', async () => {
    const directory = aDirectory();
    await handleMessage(heartbeat(), directory.ports);
    await handleMessage(heartbeat({ time: hoursAgo(5), detail: { version: '0.1.0' } }), directory.ports);

    expect(directory.rows()).toEqual([
      {
        account: PAYMENTS,
        row: 'heartbeat#eu-central-1',
        body: { account: PAYMENTS, region: 'eu-central-1', heardAt: hoursAgo(1), version: '0.2.0' },
      },
    ]);
  });

  test('from the future is of now: nobody is heard in advance', async () => {
    const directory = aDirectory();
    await handleMessage(heartbeat({ time: '2099-01-01T00:00:00Z' }), directory.ports);

    expect(directory.rows()[0]?.body).toMatchObject({ heardAt: NOW.toISOString() });
  });
});

describe('a count', () => {
  test('reports one number as a metric of the stack, and names the first ten silent ones by id', async () => {
    const directory = aDirectory(someHeartbeatSettings({ regions: ['eu-central-1'] }));
    directory.watched();
    const ids = Array.from({ length: 12 }, (_, index) => String(100_000_000_000 + index));
    directory.has(...ids.map((id) => anAccount(id, { name: `name-of-${id}` })), anAccount(SHOP));
    directory.heard(SHOP, 'eu-central-1', 1);

    await handleMessage({ kind: 'count' }, directory.ports);

    expect(directory.reports).toEqual([
      {
        _aws: {
          Timestamp: NOW.getTime(),
          CloudWatchMetrics: [
            {
              Namespace: 'Reeve',
              Dimensions: [['Stack']],
              Metrics: [{ Name: 'SilentMembers', Unit: 'Count' }],
            },
          ],
        },
        Stack: 'ReeveHub',
        SilentMembers: 12,
        heard: 1,
        awaited: 0,
        silent: ids.slice(0, 10).map((id) => `${id} eu-central-1`),
      },
    ]);
    expect(directory.observations).toEqual([]);
  });

  test('of nobody reports no metric, but once after somebody was silent, so that the alarm ends', async () => {
    const directory = aDirectory(someHeartbeatSettings({ regions: ['eu-central-1'] }));
    directory.watched();
    directory.has(anAccount(PAYMENTS));
    await handleMessage({ kind: 'count' }, directory.ports);
    directory.heard(PAYMENTS, 'eu-central-1', 1);
    await handleMessage({ kind: 'count' }, directory.ports);
    await handleMessage({ kind: 'count' }, directory.ports);

    expect(directory.reports.map((report) => report['SilentMembers'])).toEqual([1, 0, undefined]);
  });

  test('keeps since when Regions are expected, so that a new member is silent at last', async () => {
    const directory = aDirectory(someHeartbeatSettings({ regions: ['eu-central-1'] }));
    directory.has(anAccount(PAYMENTS));
    const counts = [];
    for (const hours of [0, 10, 20, 30, 31]) {
      directory.state.now = new Date(NOW.getTime() + hours * 3_600_000);
      await handleMessage({ kind: 'count' }, directory.ports);
      counts.push(directory.reports.at(-1)?.['SilentMembers']);
    }

    expect(counts).toEqual([undefined, undefined, undefined, undefined, 1]);
  });
});

test('the daily digest is observed, and changes nothing', async () => {
  const directory = aDirectory();
  directory.watched();
  directory.has(anAccount(PAYMENTS));
  const before = directory.rows();

  await handleMessage({ kind: 'tell' }, directory.ports);

  expect(directory.observations).toMatchObject([{ key: 'heartbeat/2026-11-20', severity: 'warning' }]);
  expect(directory.reports).toEqual([]);
  expect(directory.rows()).toEqual(before);
});
