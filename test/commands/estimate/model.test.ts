import { expect, test } from 'vitest';
import { countDeployment } from '#bin/commands/estimate/count-deployment.ts';
import { estimateInput } from '#bin/commands/estimate/estimate-input.ts';
import { type EstimateInput, estimateMonth } from '#bin/commands/estimate/model.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

const QUIET = { alarms: 0, customMetrics: 0, polledQueues: 0, polledFifoQueues: 0 };
const aFunction = (capability: string, runs = 0) => ({ capability, memoryMegabytes: 1024, runs });

/** Quantities of a month that are not zero, by what they are of. */
function quantities(
  given: Pick<EstimateInput, 'forwards' | 'scale'>,
  functions: ReturnType<typeof aFunction>[],
) {
  const lines = estimateMonth({ deployment: { ...QUIET, functions }, logRetentionDays: 90, ...given });
  return Object.fromEntries(
    lines.filter(({ quantity }) => quantity > 0).map(({ what, quantity }) => [what, quantity]),
  );
}

test('alerts of a hundred accounts in three channels, reckoned by hand', () => {
  const functions = ['health-alerts', 'alert-desk', 'chat-delivery'].map((name) => aFunction(name));
  const scale = { accounts: 100, regions: 4, channels: 3 };

  // 900 events arrive twice: 1,800 observations of 900 alerts, 2,700 runs of the desk, 8,100 deliveries.
  expect(quantities({ forwards: ['health-alerts'], scale }, functions)).toEqual({
    'Runs of functions': 1800 + 2700 + 8100,
    'Time of functions': 900 + 1620 + 11_340,
    Messages: 5400,
    'FIFO messages': 8100 + 24_300,
    'Tables: writes': 21_600 + 24_300,
    'Tables: reads': 13_500 + 32_400,
    // 900 alerts of 11 KB, kept for 14 months: 138.6 MB.
    'Tables: storage': 139,
    'Tables: backups': 139,
    'Logs: written': 13,
    'Logs: kept': 38,
    'Secrets: decrypted': 8100,
    'Events forwarded to the hub': 1800,
  });
});

test('the directory and the heartbeat of thirty accounts in two Regions, reckoned by hand', () => {
  const functions = [aFunction('account-directory', 30), aFunction('heartbeat', 720)];
  const scale = { accounts: 30, regions: 2, channels: 3 };

  // 1,800 heartbeats, 720 counts of 120 KB; 30 sweeps of two parts, 30 events: 930 accounts are read.
  expect(quantities({ forwards: ['heartbeat', 'account-directory'], scale }, functions)).toEqual({
    Schedules: 750,
    'Runs of functions': 2520 + 120,
    'Time of functions': Math.ceil(180 + 720 * 0.506 + 60 + 465),
    Messages: 3 * 120,
    'Tables: writes': 1800 + 1860,
    'Tables: reads': 720 * 15 + 1860,
    'Tables: storage': 1,
    'Logs: written': 3,
    'Logs: kept': 8,
    'Heartbeats: schedules': 1800,
    'Heartbeats: events': 1800,
    'Events forwarded to the hub': 1830,
  });
});

test('the history of ECS of a hundred accounts, a file for each five minutes, reckoned by hand', () => {
  const scale = { accounts: 100, regions: 4, channels: 3 };

  // 12,000 events in 8,640 windows, and 12 batches that are full before their window ends.
  expect(quantities({ forwards: [], scale }, [aFunction('ecs-history')])).toEqual({
    'Runs of functions': 8652,
    'Time of functions': 4326,
    Messages: 36_000,
    'Reports: files written': 8652,
    'Reports: kept': 44,
    'Logs: written': 9,
    'Logs: kept': 26,
  });
});

test('a secret is read once in five minutes at most, however much is told', () => {
  const functions = ['health-alerts', 'chat-delivery'].map((name) => aFunction(name));
  const scale = { accounts: 10_000, regions: 4, channels: 2 };

  expect(quantities({ forwards: [], scale }, functions)['Secrets: decrypted']).toBe(2 * 12 * 24 * 30);
});

test('the settings decide what is forwarded, and to how many channels an alert can go', () => {
  const inputOf = (over: Parameters<typeof townSettings>[0]) =>
    estimateInput(townSettings(over), { ...QUIET, functions: [] }, { accounts: 1, regions: 1 });
  const channel = { kind: 'webhook' } as const;

  expect(inputOf({}).forwards).toContain('account-directory');
  expect(inputOf({ accountDirectory: undefined }).forwards).not.toContain('account-directory');
  expect(inputOf({}).scale.channels).toBe(1);
  expect(inputOf({ channels: { ops: channel, a: channel, b: channel, c: channel } }).scale.channels).toBe(3);
});

test('a function belongs to the capability with the longest name that fits', () => {
  const template = {
    Resources: { HealthReconcileFn1: { Type: 'AWS::Lambda::Function', Properties: { MemorySize: 256 } } },
  };

  for (const names of [
    ['health', 'health-reconcile'],
    ['health-reconcile', 'health'],
  ]) {
    expect(countDeployment(template, names).functions).toEqual([
      { capability: 'health-reconcile', memoryMegabytes: 256, runs: 0 },
    ]);
  }
});
