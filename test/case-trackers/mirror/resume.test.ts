import { beforeEach, expect, test } from 'vitest';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { noteMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aRow, aThread, aThreadMessage } from '../a-case.ts';
import { memoryPorts, nameOf } from '../memory-ports.ts';
import { type Call, memoryTracker } from '../memory-tracker.ts';

let now: number;
let lost: { call: string; when: 'before' | 'after' } | undefined;
let world: { cases: Map<string, CaseRow>; threads: Map<string, CaseThread> };
let bench: ReturnType<typeof open>;

function open() {
  const clock = () => new Date(now);
  const call: Call = async (name, work) => {
    const here = lost?.call === name ? lost.when : undefined;
    if (here) lost = undefined;
    if (here === 'before') throw new RetryLaterError('No answer');
    const result = work();
    if (here === 'after') throw new RetryLaterError('No answer');
    return result;
  };
  const { tracker, items } = memoryTracker(call, clock);
  return { ...memoryPorts({ world, tracker, now: clock }), items };
}

beforeEach(() => {
  now = Date.parse('2026-11-20T04:00:00.000Z');
  lost = undefined;
  world = { cases: new Map(), threads: new Map() };
  bench = open();
});

function put(...bodies: string[]): void {
  const key = `redacted/${now}`;
  world.threads.set(key, aThread(bodies.map((body, index) => aThreadMessage(`k${index}`, body))));
  const version = ([...world.cases.values()][0]?.version ?? 0) + 1;
  const row = aRow({ messages: bodies.length, thread: { raw: '', redacted: key }, version });
  world.cases.set(nameOf(row), row);
}
const sweep = async (after = 200_000) => {
  now += after;
  await handleMessage({ kind: 'sweep' }, bench.ports);
};
const comments = () => bench.items[0]?.comments ?? [];

test.each(['before', 'after'] as const)(
  'a comment whose call ended unheard %s its effect is there once',
  async (when) => {
    put('One', 'Two');
    lost = { call: 'addComment', when };
    await sweep();
    await sweep(1000);
    expect(comments().length).toBeLessThanOrEqual(1);

    await sweep();
    expect(comments().map(({ body }) => body.split('\n').at(-1))).toEqual(['One', 'Two']);
  },
);

test('who copies a marker is not taken for us', async () => {
  put('One');
  await sweep();
  put('One', 'Two');
  lost = { call: 'addComment', when: 'before' };
  await sweep();
  const body = `${noteMarker('k1')}\nNot Two`;
  comments().push({ id: 'x', author: 'mallory', body, at: new Date(now).toISOString() });
  await sweep();

  expect(comments().map(({ author }) => author)).toEqual(['reeve-bot', 'mallory', 'reeve-bot']);
  expect(comments()[2]?.body).toContain('Two');
});

test.each([
  ['removeComment', 'before'],
  ['removeComment', 'after'],
  ['addComment', 'before'],
  ['addComment', 'after'],
] as const)(
  'what AWS takes out is gone, and the rest there once, though %s ended unheard %s its effect',
  async (call, when) => {
    put('One');
    await sweep();
    const [former] = comments();
    put('One, with less');
    lost = { call, when };
    await sweep();
    put('One, with still less');
    await sweep();

    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toContain('still less');
    expect(comments()[0]?.id).not.toBe(former?.id);
  },
);

test('a text that is withheld, and is not any more, is removed and comes again', async () => {
  put('One', 'Two');
  await sweep();
  const [row] = world.cases.values();
  if (!row) throw new Error('There is one');
  world.cases.set(nameOf(row), { ...row, withheld: 'security', version: row.version + 1 });
  lost = { call: 'removeComment', when: 'after' };
  await sweep();
  await sweep();
  expect(comments()).toEqual([]);
  put('One', 'Two');
  await sweep();

  expect(comments().map(({ body }) => body.split('\n').at(-1))).toEqual(['One', 'Two']);
});

test('a case that was shown for a moment, by a run that failed midway, and is withheld as before shows nothing', async () => {
  put('One', 'Two');
  await sweep();
  const [row] = world.cases.values();
  if (!row) throw new Error('There is one');
  const withhold = (version: number) =>
    world.cases.set(nameOf(row), { ...row, subject: '', withheld: 'security', version });
  withhold(3);
  await sweep();
  world.cases.set(nameOf(row), { ...row, version: 4 });
  lost = { call: 'readComment', when: 'before' };
  await sweep();
  withhold(5);
  await sweep();

  expect(comments()).toEqual([]);
  expect(bench.items[0]?.title).not.toContain('does not start');
  expect(bench.items[0]?.body).toContain('withheld');
});

test('a row that is older than what was delivered says nothing any more', async () => {
  put('One');
  const before = structuredClone([...world.cases.values()][0] ?? aRow());
  await sweep();
  put('One', 'Two');
  await sweep();
  world.cases.set(nameOf(before), before);
  await sweep();

  expect(comments()).toHaveLength(2);
  expect(comments()[1]?.body).toContain('Two');
});

test('an issue that was opened unheard is found, and its texts are brought up to date', async () => {
  put('One');
  lost = { call: 'openItem', when: 'after' };
  await sweep();
  expect(bench.items).toHaveLength(1);
  const row = [...world.cases.values()][0];
  if (row)
    world.cases.set(nameOf(row), {
      ...row,
      subject: 'Another subject',
      status: 'work-in-progress',
      version: 9,
    });
  await sweep();

  expect(bench.items).toHaveLength(1);
  expect(bench.items[0]).toMatchObject({ title: '[AWS 176962049400621] Another subject' });
  expect(bench.items[0]?.labels.filter((label) => ['to-do', 'in-progress'].includes(label))).toEqual([
    'in-progress',
  ]);
});
