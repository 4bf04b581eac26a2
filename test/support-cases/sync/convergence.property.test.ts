import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import {
  addCaseId,
  answerCase,
  isReopenable,
  openCase,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import type { WorldSupport } from '#local/counterparts/organization/world-cases.ts';
import { aCaseWorld } from '#test/support-cases/a-case-world.ts';
import { type Memory, memoryPorts } from '#test/support-cases/memory-ports.ts';

const ACCOUNTS = ['111122223333', '444455556666'];
const START = Date.parse('2026-11-01T00:00:00.250Z');

/** What happens: of which account and case, and what becomes of its event. */
const step = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('answer' as const, 'reply' as const) },
    { weight: 4, arbitrary: fc.constantFrom('open', 'resolve', 'reopen', 'alias', 'sweep', 'lag') },
  ),
  account: fc.nat(1),
  which: fc.nat(1),
  /** Seconds until the next. */
  after: fc.constantFrom(0, 1, 40, 1800, 90_000),
  event: fc.constantFrom('told', 'dropped', 'twice', 'late'),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function change(world: WorldSupport, { kind, account, which }: Step, now: number): BusEvent[] {
  const id = ACCOUNTS[account] ?? '';
  const own = world.cases.filter((one) => one.account === id);
  const one = own[which % Math.max(own.length, 1)];
  const body = `Text ${now} of ${kind}`;
  if (kind === 'open') return [openCase(world, { account: id, subject: `About ${now}`, body }, now).event];
  if (!one) return [];
  // A moment later than what was there: AWS's clock does not stand still.
  if (kind === 'answer') return [answerCase(one, { body }, now)];
  if (kind === 'reply') return [replyToCase(one, { body }, now)];
  if (kind === 'resolve') return [resolveCase(one, now)];
  if (kind === 'reopen' && isReopenable(one, now)) return reopenCase(one, { body }, now);
  if (kind === 'alias') addCaseId(one);
  return [];
}

type Played = { world: WorldSupport; memory: Memory; isSeen: (name: string) => boolean };

/** `hours`: until the last sweep. Only after a day it reads what was resolved, too. */
async function play(steps: Step[], failures: number[], hours: number): Promise<Played> {
  const world = aCaseWorld();
  let now = START;
  let calls = 0;
  let isDisturbed = true;
  const disturb = (_name: string, when: 'before' | 'after') => {
    if (when === 'before') calls += 1;
    const isHit = failures.includes(calls) && (calls % 2 === 0) === (when === 'after');
    if (isDisturbed && isHit) throw new Error('killed here');
  };
  const { ports, memory } = memoryPorts({ world, accounts: ACCOUNTS, now: () => new Date(now), disturb });
  const swallow = async (work: Promise<unknown>) => void (await work.catch(() => undefined));
  const late: BusEvent[] = [];
  const tell = async (event: BusEvent) => {
    const parsed = SupportEvent.parse(event);
    // Lambda's own two retries.
    for (let tries = 0; tries < 3; tries += 1) {
      const isDone = await handleEvent(parsed, ports).then(
        () => true,
        () => false,
      );
      if (isDone) return;
      now += (tries + 1) * 60_000;
    }
  };
  // The accounts were read before anything happened.
  isDisturbed = false;
  await sweepAll(ports);
  isDisturbed = true;
  now += 1000;
  for (const id of ACCOUNTS) {
    openCase(world, { account: id, subject: 'The first', body: 'It begins' }, now);
    now += 1000;
  }
  for (const each of steps) {
    if (each.kind === 'sweep') await swallow(sweepAll(ports));
    if (each.kind === 'lag') world.habits.readLagMs = world.habits.readLagMs === 0 ? 45_000 : 0;
    for (const event of change(world, each, now)) {
      if (each.event === 'told' || each.event === 'twice') await tell(event);
      if (each.event === 'twice') await tell(event);
      if (each.event === 'late') late.unshift(event);
    }
    now += each.after * 1000 + 7;
  }
  for (const event of late) await tell(event);
  world.habits.readLagMs = 0;
  isDisturbed = false;
  now += hours * 3_600_000;
  const open = new Set(
    [...memory.cases.values()]
      .filter(({ status }) => status !== 'resolved')
      .map(({ account, displayId }) => `${account}/${displayId}`),
  );
  await sweepAll(ports);
  const isSeen = (name: string) => hours >= 24 || open.has(name);
  return { world, memory, isSeen };
}

const counts = (memory: Memory, name: string) => {
  // A row that is written again with the same changes pending is the same news.
  const told = memory.commits.filter((row) => row.pending && `${row.account}/${row.displayId}` === name);
  return told.flatMap(({ pending = [] }) => pending);
};

test('after any changes, with events that are lost, doubled or late, AWS that lags and calls that fail, one sweep sets all right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 20, max: 500 }), { maxLength: 8 }),
      fc.constantFrom(1, 25),
      async (steps, failures, hours) => {
        const { world, memory, isSeen } = await play(steps, failures, hours);
        if (hours >= 24) expect(memory.cases.size).toBe(world.cases.length);
        for (const row of memory.cases.values()) expect(row.pending).toBeUndefined();
        for (const one of world.cases) {
          const name = `${one.account}/${one.displayId}`;
          if (!isSeen(name) && one.history.at(-1)?.status === 'resolved') continue;
          const row = memory.cases.get(name);
          const json = memory.objects.get(row?.thread.raw ?? '')?.json ?? '{"messages":[]}';
          const { messages } = JSON.parse(json) as CaseThread;
          expect(messages.map(({ body }) => body)).toEqual(one.communications.map(({ body }) => body));
          expect(row?.status).toBe(one.history.at(-1)?.status);

          const changes = counts(memory, name);
          const written = changes.filter(({ kind }) => kind === 'answered' || kind === 'replied');
          // All but the message that it was opened with, each once.
          const sum = written.reduce((all, { count = 1 }) => all + count, 0);
          expect(sum).toBe(one.communications.length - 1);
          expect(changes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
          const last = memory.observations.findLast(({ key }) => key.endsWith(name));
          expect(last?.part.status).toBe(row?.status === 'resolved' ? 'resolved' : 'open');
        }
        // Whatever was to be told was told, and again only in the same words.
        for (const row of memory.commits.filter(({ pending }) => pending)) {
          const told = memory.observations.filter(
            ({ key, part }) =>
              key.endsWith(`${row.account}/${row.displayId}`) && part.orderedBy[0]?.[1] === row.version,
          );
          expect(told.length).toBeGreaterThanOrEqual(1);
          expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});
