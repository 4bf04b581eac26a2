import { beforeEach, expect, test } from 'vitest';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import { aRow, aThread } from '../a-case.ts';
import { memoryPorts, nameOf } from '../memory-ports.ts';
import { anAnswerWorld, THE_CALL } from './an-answer-world.ts';

const HALF_AN_HOUR_MS = 1_800_000;

let world: Awaited<ReturnType<typeof anAnswerWorld>>;
let bench: ReturnType<typeof memoryPorts>;
let listed: string[];

beforeEach(async () => {
  world = await anAnswerWorld();
  const rows = ['176962049400621', '2', '3', '4'].map((displayId) =>
    aRow({ displayId, thread: { raw: '', redacted: 't' } }),
  );
  bench = memoryPorts({
    world: { cases: new Map(rows.map((row) => [nameOf(row), row])), threads: new Map([['t', aThread([])]]) },
    tracker: world.tracker,
    now: () => new Date(world.state.now),
  });
  listed = [];
  const { memory } = world.tracker;
  if (!memory) throw new Error('It has one');
  for (const name of ['comments', 'changedComments'] as const) {
    const work = memory[name] as (...given: unknown[]) => Promise<never>;
    memory[name] = (...given: unknown[]) => {
      listed.push(name);
      return work(...given);
    };
  }
  const settings = { actors: { ops: ['hanako'] }, perHour: 50, region: 'us-east-1' };
  bench.ports.answers = { settings, ports: world.ports };
  await sweep();
  // The issue of the world is that of the first case.
  const [name, link] = [...bench.links].find(([, { displayId }]) => displayId === '176962049400621') ?? [];
  if (!name || !link?.item) throw new Error('It is mirrored');
  bench.links.set(name, { ...link, item: { ...link.item, id: 'i1' } });
});

const sweep = async () => {
  world.pass(HALF_AN_HOUR_MS);
  listed = [];
  world.state.isDead = false;
  await handleMessage({ kind: 'sweep' }, bench.ports);
};

test('a sweep lists comments once, and again only of the items that ask', async () => {
  await sweep();
  expect(listed).toEqual(['changedComments']);

  const comment = world.write('/aws reply Hello');
  await sweep();
  expect(listed).toEqual(['changedComments', 'comments']);
  expect(world.told(comment)).toHaveLength(1);

  // Of the last one the clock of the tracker is not known: it is heard twice.
  await sweep();
  await sweep();
  expect(listed).toEqual(['changedComments']);
});

test('a command whose call failed is ended by a later sweep, though nobody writes again', async () => {
  world.write('/aws reply Hello');
  // That of the list of changes comes before.
  const before = world.state.calls;
  world.state.faults = Array.from({ length: 20 }, (_, call) => ({
    at: before + THE_CALL + call,
    how: 'before',
  }));
  await sweep().catch(() => undefined);
  expect(world.aws.messages).toHaveLength(0);
  world.state.faults = [];
  await sweep();

  expect(world.aws.messages).toHaveLength(1);
});

test('news of a case keep what was heard', async () => {
  const heard = bench.health.get('ops')?.health.heard;
  await handleMessage({ account: '111122223333', displayId: '2' }, bench.ports);

  expect(heard?.until).toMatch(/^2026-/);
  expect(bench.health.get('ops')?.health.heard).toEqual(heard);
});

test('where nobody may answer, nobody listens', async () => {
  bench.ports.answers = { settings: { actors: {}, perHour: 50, region: '' }, ports: world.ports };
  await sweep();

  expect(listed).toEqual([]);
});
