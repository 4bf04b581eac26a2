import { describe, expect, it } from 'vitest';
import { threadKey } from '#lambdas/contracts/support/case-keys.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import { answerCase, openCase, replyToCase } from '#local/counterparts/organization/change-cases.ts';
import { aCaseWorld } from '#test/support-cases/a-case-world.ts';
import { apiOf } from '#test/support-cases/api-of-world.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

const ACCOUNTS = 500;
const [CASES, MESSAGES] = [40, 12];
const START = Date.parse('2026-11-01T00:00:00.000Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As fast as an account is asked, ten side by side, for the twelve minutes that a run begins accounts in. */
const CALL_MS = 250;
const RUN_MS = 10 * 12 * 60_000;
/** A run that never ends its work would go on for ever. */
const MOST_RUNS = 20;
const SWEEPS_A_DAY = 48;
/** Of the guide to such tools: 100 accounts, asked once each half hour. */
const USUAL_CALLS_A_DAY = (4800 / 100) * ACCOUNTS;

const ASKED = ['cases', 'messages', 'permits'];
const accounts = Array.from({ length: ACCOUNTS }, (_, index) => String(100_000_000_000 + index));
/** One for each account: a world that looks through the cases of all would be most of the time. */
const worlds = new Map(accounts.map((account) => [account, aCaseWorld()]));
let now = START;
let calls: Record<string, number> = {};
const { ports: usual, memory } = memoryPorts({
  world: aCaseWorld(),
  accounts,
  now: () => new Date(now),
  settings: { months: 24, attachments: false },
});
const threads = new Map<string, string>();
const rowsOf = new Map(accounts.map((account) => [account, new Map<string, CaseRow>()]));
const ports: SupportPorts = {
  ...usual,
  openAccount: async (account) =>
    apiOf(worlds.get(account) ?? aCaseWorld(), account, usual.now, async (name, work) => {
      calls[name] = (calls[name] ?? 0) + 1;
      return work();
    }),
  rows: {
    ...usual.rows,
    caseOf: async (account, displayId) => rowsOf.get(account)?.get(displayId),
    casesOf: async (account) => [...(rowsOf.get(account)?.values() ?? [])],
    writeCase: async (row) => void rowsOf.get(row.account)?.set(row.displayId, row),
    hintsOf: async () => [],
  },
  stores: {
    ...usual.stores,
    readThread: async (key) => JSON.parse(threads.get(key) ?? 'null') as CaseThread,
    writeThread: async (store, thread) => {
      const json = JSON.stringify(thread);
      threads.set(threadKey(store, thread, json), json);
      return threadKey(store, thread, json);
    },
    deleteThread: async () => {},
    dropOrphans: async () => true,
  },
};
const rows = () => [...rowsOf.values()].flatMap((own) => [...own.values()]);
const asked = () => ASKED.reduce((sum, name) => sum + (calls[name] ?? 0), 0);

/** A run with the time that a run has; gives how often AWS was asked. */
async function run(): Promise<{ asked: number; isWhole: boolean }> {
  calls = {};
  const { notBegun } = await sweepAll({ ...ports, hasTime: () => asked() * CALL_MS < RUN_MS });
  const isWhole = notBegun === 0 && [...memory.readings.values()].every(({ reading }) => reading.fullReadAt);
  return { asked: asked(), isWhole };
}

async function runUntilWhole() {
  const runs: number[] = [];
  for (let isWhole = false; !isWhole && runs.length < MOST_RUNS; now += HOUR_MS / 2) {
    const each = await run();
    runs.push(each.asked);
    ({ isWhole } = each);
  }
  return runs;
}

function say(what: string, startedAt: number, figures: object): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const megabytes = Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
  process.stdout.write(
    `${what}: ${JSON.stringify(figures)}, ${seconds} s, ${megabytes} MB with all objects\n`,
  );
}

describe(`${ACCOUNTS} accounts with ${CASES} cases of ${MESSAGES} messages`, () => {
  it('are read whole at install, over several runs of which none has time for all', async () => {
    for (const [account, world] of worlds) {
      for (let number = 0; number < CASES; number += 1) {
        const at = START - (number * 17 + 1) * DAY_MS;
        const body = 'The replica db-orders-2 falls behind by minutes. エラー率が上がります。';
        const { opened } = openCase(world, { account, subject: `Lag number ${number}`, body }, at);
        for (let message = 1; message < MESSAGES; message += 1) {
          const write = message % 2 === 0 ? replyToCase : answerCase;
          write(opened, { body: `${body} (${message})` }, at + message * HOUR_MS);
        }
      }
    }
    const startedAt = performance.now();
    const runs = await runUntilWhole();
    say('install', startedAt, { runs: runs.length, calls: runs.reduce((sum, each) => sum + each, 0) });

    expect(runs.length).toBeGreaterThan(1);
    expect(runs.length).toBeLessThan(MOST_RUNS);
    expect(rows()).toHaveLength(ACCOUNTS * CASES);
    for (const row of rows()) expect(row.messages).toBe(MESSAGES);
    // A case has as many messages as AWS shows, in their order.
    const [one] = rows();
    const thread = JSON.parse(threads.get(one?.thread.raw ?? '') ?? '') as CaseThread;
    const truth = worlds.get(one?.account ?? '')?.cases.find(({ displayId }) => displayId === one?.displayId);
    expect(thread.messages.map(({ body }) => body)).toEqual(truth?.communications.map(({ body }) => body));
    expect(memory.observations.map(({ key }) => key.split('/')[1])).toEqual(
      memory.observations.map(() => 'first-look'),
    );
  });

  it('are asked about once an account by a usual sweep, and by a day of them not twice as often', async () => {
    now += HOUR_MS;
    const startedAt = performance.now();
    const first = await run();
    expect(calls['cases']).toBe(ACCOUNTS);
    expect(calls['messages'] ?? 0).toBe(0);
    let day = 0;
    for (let sweep = 0; sweep < SWEEPS_A_DAY; sweep += 1) {
      now += HOUR_MS / 2;
      day += (await run()).asked - (calls['permits'] ?? 0);
    }
    say('a day', startedAt, { sweep: first.asked, calls: day, usual: USUAL_CALLS_A_DAY });
    expect(day).toBeLessThan(2 * USUAL_CALLS_A_DAY);
  });

  it('tell of what changes, once, without asking for whole threads', async () => {
    const all = [...worlds.values()].flatMap(({ cases }) => cases);
    const changed = all.filter((_, index) => index % 200 === 7);
    for (const one of changed) answerCase(one, { body: 'One more' }, now);
    now += HOUR_MS / 2;
    const before = memory.observations.length;
    await run();
    const told = new Set(memory.observations.slice(before).map(({ key }) => key));
    expect(told.size).toBe(changed.length);
    expect(calls['messages'] ?? 0).toBe(0);
    const after = memory.observations.length;
    await run();
    expect(memory.observations.length).toBe(after);
  });
});
