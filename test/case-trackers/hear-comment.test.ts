import { expect, test } from 'vitest';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import { placeOf } from '#lambdas/case-trackers/place-of.ts';
import { LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import type { TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aRow } from '#test/case-trackers/a-case.ts';
import { GITHUB, memoryPorts, nameOf } from '#test/case-trackers/memory-ports.ts';
import { memoryTracker } from '#test/case-trackers/memory-tracker.ts';

const START = Date.parse('2026-11-23T03:00:00.000Z');
const ROW = aRow();
const { account, displayId } = ROW;

type Given = {
  /** What the rows of answers say at each look; nothing: they are there. */
  looks?: (Error | undefined)[];
  settings?: TrackerSettings;
  row?: typeof ROW | undefined;
  over?: Partial<TrackerPorts>;
};

/** A case with an issue, and how often its comments were looked at. */
function aWorld({ looks = [], settings = GITHUB, row = ROW, over = {} }: Given = {}) {
  const now = () => new Date(START);
  const { tracker } = memoryTracker(async (_name, work) => work(), now);
  const cases = new Map([[nameOf(ROW), row]]);
  const bench = memoryPorts({
    world: { cases, threads: new Map() },
    tracker,
    now,
    settings,
    accounts: [account],
  });
  const waits: number[] = [];
  let looked = 0;
  const answersOf = async () => {
    const error = looks[looked];
    looked += 1;
    if (error) throw error;
    return [];
  };
  const answers = {
    settings: { actors: { ops: ['hanako'] }, perHour: 10, region: 'us-east-1' },
    ports: { answersOf, heededOf: async () => ({ until: now().toISOString(), version: 1 }), now },
  } as unknown as TrackerPorts['answers'];
  const item = { id: 'i1', url: '', hash: '', sent: [] };
  bench.links.set(`ops ${nameOf(ROW)}`, {
    tracker: 'ops',
    place: placeOf(GITHUB),
    account,
    displayId,
    item,
    notes: {},
    states: 0,
    version: 1,
  });
  const ports = { ...bench.ports, answers, sleep: async (wait: number) => void waits.push(wait), ...over };
  const hear = (heard: object = {}) =>
    handleMessage({ kind: 'heard', tracker: 'ops', account, displayId, item: 'i1', ...heard }, ports);
  return { ...bench, tracker, waits, hear, looked: () => looked };
}

async function anOpenWorld(given?: Given) {
  const world = aWorld(given);
  await world.tracker.openItem({ title: 'A case', body: '', labels: [] }, { id: 'i', text: '' });
  return world;
}

test('comments of the issue are looked at once, at once', async () => {
  const world = await anOpenWorld();
  await world.hear();

  expect(world.looked()).toBe(1);
  expect(world.waits).toEqual([]);
});

test.each([
  ['another tracker', { tracker: 'payments' }],
  ['another issue', { item: 'i2' }],
  ['another case', { displayId: '1' }],
  ['an account that is no member', { account: '999999999999' }],
])('a hint of %s is not followed', async (_what, heard) => {
  const world = await anOpenWorld();
  await world.hear(heard);

  expect(world.looked()).toBe(0);
});

test.each<[string, Given]>([
  ['the tracker has moved', { settings: { ...GITHUB, repository: 'example/other' } as TrackerSettings }],
  ['the account is none of the tracker', { settings: { ...GITHUB, ous: ['/prod'] } }],
  ['the case ended long ago', { row: aRow({ status: 'resolved', resolvedAt: '2026-11-01T03:00:00.000Z' }) }],
  ['nobody may answer', { over: { answers: undefined } }],
])('where %s, nothing is looked at', async (_why, given) => {
  const world = await anOpenWorld(given);
  await world.hear();

  expect(world.looked()).toBe(0);
  expect(world.reports).toEqual([]);
});

test('while another run is at it, it waits and looks again', async () => {
  const world = await anOpenWorld({ looks: [new RetryLaterError('begun'), new RetryLaterError('begun')] });
  await world.hear();

  expect(world.looked()).toBe(3);
  expect(world.waits).toEqual([5000, 15_000]);
  expect(world.reports).toEqual([]);
});

test('what only time mends rings nobody, however long the tracker has failed, and is left to the sweep', async () => {
  const world = await anOpenWorld({ looks: Array.from({ length: 9 }, () => new RetryLaterError('begun')) });
  world.health.set('ops', { health: { failingSince: '2026-11-22T03:00:00.000Z' }, version: 1 });
  await world.hear();

  expect(world.looked()).toBe(4);
  expect(world.reports).toEqual([]);
  expect(world.notes.at(-1)).toEqual({
    message: 'A comment is left to the next sweep',
    fields: { tracker: 'ops', account, displayId },
  });
  expect(world.health.get('ops')?.health.failingSince).toBe('2026-11-22T03:00:00.000Z');
});

test.each(['readAccounts', 'linkOf', 'caseOf', 'healthOf'] as const)(
  'a table that cannot be read now (%s) rings nobody',
  async (port) => {
    const failing = { [port]: () => Promise.reject(new RetryLaterError('later')) };
    const world = await anOpenWorld({ over: failing });

    await expect(world.hear()).resolves.toBeUndefined();
    expect(world.waits).toHaveLength(3);
  },
);

test('a tracker that wants its peace gets it', async () => {
  const world = await anOpenWorld({ looks: [new LimitedError('limit', { afterSeconds: 90 })] });
  await world.hear();
  await world.hear();

  expect(world.looked()).toBe(1);
  expect(world.waits).toEqual([]);
  expect(world.health.get('ops')?.health.pausedUntil).toBe('2026-11-23T03:01:30.000Z');
});

test('what nothing mends rings', async () => {
  const world = await anOpenWorld({ looks: [new PermanentError('GitHub does not know the token')] });

  await expect(world.hear()).rejects.toThrow('not in their tracker');
  expect(world.reports).toHaveLength(1);
});
