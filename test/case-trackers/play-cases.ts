import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aRow, aThread, aThreadMessage } from './a-case.ts';
import { memoryPorts, nameOf } from './memory-ports.ts';
import { type Call, memoryTracker } from './memory-tracker.ts';

const START = Date.parse('2026-11-20T03:00:00.000Z');
const KINDS = [
  'answer',
  'long',
  'edit',
  'wait',
  'progress',
  'resolve',
  'reopen',
  'withhold',
  'show',
  'rename',
] as const;

/** What happens to a case, and what becomes of the trigger. `turns`: how two runs side by side take turns. */
export const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  which: fc.nat(1),
  trigger: fc.constantFrom('told', 'dropped', 'twice', 'late', 'side by side', 'sweep'),
  after: fc.constantFrom(0, 5, 40, 150, 1800),
  turns: fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
});
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** At which call of all what goes wrong. `late`: the effect comes when nobody waits for it any more. */
export const fault = fc.record({
  at: fc.integer({ min: 1, max: 250 }),
  how: fc.constantFrom('fails before', 'fails after', 'late', 'killed before', 'killed after'),
});
type Fault = typeof fault extends fc.Arbitrary<infer One> ? One : never;

/** Plays the steps, then one undisturbed sweep. */
export async function play(steps: Step[], faults: Fault[]) {
  const world = { cases: new Map<string, CaseRow>(), threads: new Map<string, CaseThread>() };
  let now = START;
  let calls = 0;
  let isDisturbed = true;
  const run = new AsyncLocalStorage<{ isDead: boolean; turns: number[] }>();
  let late: { due: number; work: () => unknown }[] = [];
  const settle = () => {
    const due = late.filter((one) => one.due <= now);
    late = late.filter((one) => one.due > now);
    for (const { work } of due) {
      try {
        work();
      } catch {
        // Another was faster.
      }
    }
  };
  const call: Call = async (_name, work) => {
    const here = run.getStore();
    for (let turns = here?.turns[calls % here.turns.length] ?? 0; turns > 0; turns -= 1)
      await Promise.resolve();
    calls += 1;
    now += 100;
    settle();
    if (here?.isDead) throw new Error('killed');
    const how = isDisturbed ? faults.find(({ at }) => at === calls)?.how : undefined;
    if (how?.startsWith('killed') && here) here.isDead = true;
    if (how === 'late') late.push({ due: now + 15_000, work });
    if (how === 'killed before') throw new Error('killed');
    if (how === 'late' || how === 'fails before') throw new RetryLaterError('No answer');
    const result = work();
    if (how === 'killed after') throw new Error('killed');
    if (how === 'fails after') throw new RetryLaterError('No answer');
    return result;
  };
  const clock = () => new Date(now);
  const { tracker, items } = memoryTracker(call, clock);
  const { ports, links } = memoryPorts({ world, tracker, now: clock, call });
  const start = async (message: Parameters<typeof handleMessage>[0], turns: number[]) =>
    run.run({ isDead: false, turns }, () => handleMessage(message, ports).catch(() => undefined));

  const rows = ['1', '2'].map((displayId) => aRow({ displayId }));
  for (const row of rows) commit(world, row, [aThreadMessage(`${row.displayId}-0`, 'It begins')], now);
  const told: { account: string; displayId: string }[] = [];
  for (const { kind, which, trigger, after, turns } of steps) {
    const before = world.cases.get(nameOf(rows[which] ?? aRow())) ?? aRow();
    change(world, before, kind, now);
    const news = { account: before.account, displayId: before.displayId };
    if (trigger === 'told' || trigger === 'twice') await start(news, [0]);
    if (trigger === 'twice') await start(news, [0]);
    if (trigger === 'side by side')
      await Promise.all([start(news, turns), start({ kind: 'sweep' }, turns.toReversed())]);
    if (trigger === 'sweep') await start({ kind: 'sweep' }, [0]);
    if (trigger === 'late') told.unshift(news);
    now += after * 1000 + 7;
  }
  for (const news of told) await start(news, [0]);
  isDisturbed = false;
  now += 130_000;
  settle();
  await handleMessage({ kind: 'sweep' }, ports);
  return { world, items, links };
}

type World = { cases: Map<string, CaseRow>; threads: Map<string, CaseThread> };

function commit(world: World, row: CaseRow, messages: CaseThread['messages'], now: number): void {
  const { displayId, subject, status, withheld } = row;
  const redaction = { version: 1, found: {}, ...(withheld ? { withheld } : {}) };
  const shown = withheld ? messages.map((message) => ({ ...message, body: '' })) : messages;
  const thread = aThread(shown, { displayId, subject, status, redaction });
  const redacted = JSON.stringify(thread);
  world.threads.set(redacted, thread);
  // As a reader finds it who knew the former row: the thread has given way.
  world.threads.delete(row.thread.redacted === redacted ? '' : row.thread.redacted);
  const last = messages.at(-1);
  world.cases.set(nameOf(row), {
    ...row,
    messages: messages.length,
    ...(last ? { newest: { key: last.key, at: last.at, from: last.from } } : {}),
    thread: { raw: 'raw', redacted },
    readAt: new Date(now).toISOString(),
    ...(status === 'resolved' ? { resolvedAt: new Date(now).toISOString() } : {}),
    version: row.version + 1,
  });
}

/** The texts of a withheld case come back with the next reading of the raw ones, which are kept here by their keys. */
const LONG = 'A long line of words, with @names and #1.\n'.repeat(700);

function change(world: World, row: CaseRow, kind: (typeof KINDS)[number], now: number): void {
  const thread = world.threads.get(row.thread.redacted);
  const messages = thread?.messages ?? [];
  const at = new Date(now).toISOString();
  const add = (body: string) => [
    ...messages,
    aThreadMessage(`${row.displayId}-${messages.length}`, body, { at, from: 'aws' }),
  ];
  const set = (changes: Partial<CaseRow>, next = messages) =>
    commit(world, { ...row, ...changes }, next, now);
  if (kind === 'answer') return set({}, add(`Answer of ${at}`));
  if (kind === 'long') return set({}, add(LONG));
  if (kind === 'edit')
    return set(
      {},
      messages.map((one, index) => (index === 0 ? { ...one, body: `[REDACTED_BY_AWS] ${at}` } : one)),
    );
  if (kind === 'wait') return set({ status: 'pending-customer-action' });
  if (kind === 'progress') return set({ status: 'work-in-progress' });
  if (kind === 'resolve') return set({ status: 'resolved' });
  if (kind === 'reopen') return set({ status: 'reopened' });
  if (kind === 'withhold') return set({ withheld: 'security', subject: '' });
  if (kind === 'rename') return set({ subject: `Another subject of ${at}` });
  const { withheld: _no, ...shown } = row;
  return commit(
    world,
    { ...shown, subject: 'Shown again' },
    messages.map((one) => ({ ...one, body: one.body || 'Shown again' })),
    now,
  );
}
