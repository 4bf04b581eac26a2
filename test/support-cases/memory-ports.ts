import type { Observation } from '#lambdas/contracts/observation.ts';
import { attachmentKey, threadKey, threadPrefix } from '#lambdas/contracts/support/case-keys.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';
import { knownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { KeptHint, KeptReading, SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import type { WorldSupport } from '#local/counterparts/organization/world-cases.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';
import { apiOf } from '#test/support-cases/api-of-world.ts';

/** What the ports hold, and what went through them. */
export type Memory = ReturnType<typeof memoryPorts>['memory'];

type Options = {
  world: WorldSupport;
  accounts: string[];
  now: () => Date;
  /** Called before and after each call of a port: it may throw, as a call that fails or a function that is killed. */
  disturb?: (call: string, when: 'before' | 'after') => void;
  settings?: Partial<SupportPorts['settings']>;
};

/** All that support-cases needs of the world, in memory. */
export function memoryPorts({ world, accounts, now, disturb = () => {}, settings = {} }: Options) {
  const memory = {
    cases: new Map<string, CaseRow>(),
    readings: new Map<string, KeptReading>(),
    hints: new Map<string, KeptHint & { account: string }>(),
    objects: new Map<string, { json: string; at: number }>(),
    observations: [] as Observation[],
    announced: [] as string[],
    /** Every row that was written, in order. */
    commits: [] as CaseRow[],
    calls: 0,
  };
  const files = memoryStore();
  const nameOf = (account: string, displayId: string) => `${account}/${displayId}`;
  const call = async <Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> => {
    memory.calls += 1;
    disturb(name, 'before');
    const result = await work();
    disturb(name, 'after');
    return result;
  };
  const win = (present: number, before: number) => {
    if (present !== before) throw new BusyError('Another has written the row meanwhile');
  };

  const ports: SupportPorts = {
    settings: {
      months: 2,
      attachments: true,
      permits: true,
      firstAnswerMinutes: { low: 1440, normal: 720, high: 240, urgent: 60, critical: 15 },
      remindAfterHours: [24, 72],
      remindReopenDays: 3,
      withhold: { except: [], accounts: [], ous: [], tags: {} },
      pseudonyms: false,
      regions: ['us-east-1'],
      accounts: [],
      ...settings,
    },
    partition: 'aws',
    rows: {
      accounts: () =>
        call('accounts', () => [...new Set([...memory.cases.values()].map(({ account }) => account))]),
      caseOf: (account, displayId) =>
        call('caseOf', () => structuredClone(memory.cases.get(nameOf(account, displayId)))),
      casesOf: (account) =>
        call('casesOf', () =>
          structuredClone([...memory.cases.values()].filter((row) => row.account === account)),
        ),
      writeCase: (row, before) =>
        call('writeCase', () => {
          const name = nameOf(row.account, row.displayId);
          win(memory.cases.get(name)?.version ?? 0, before);
          // As JSON, which a row of the table is.
          const written = JSON.parse(JSON.stringify(row)) as CaseRow;
          memory.cases.set(name, written);
          memory.commits.push(written);
        }),
      readingOf: (account) => call('readingOf', () => structuredClone(memory.readings.get(account))),
      writeReading: (account, reading, before) =>
        call('writeReading', () => {
          win(memory.readings.get(account)?.version ?? 0, before);
          memory.readings.set(account, { reading: structuredClone(reading), version: before + 1 });
        }),
      hintOf: (account, key) => call('hintOf', () => memory.hints.get(`${account}/${key}`)),
      hintsOf: (account) =>
        call('hintsOf', () => [...memory.hints.values()].filter((hint) => hint.account === account)),
      writeHint: (account, key, hint, before) =>
        call('writeHint', () => {
          const name = `${account}/${key}`;
          win(memory.hints.get(name)?.version ?? 0, before);
          memory.hints.set(name, { account, key, hint, version: before + 1 });
        }),
      deleteHint: (account, key) => call('deleteHint', () => void memory.hints.delete(`${account}/${key}`)),
    },
    stores: {
      readThread: (key) =>
        call('readThread', () => {
          const object = memory.objects.get(key);
          return object && (JSON.parse(object.json) as CaseThread);
        }),
      writeThread: (store, thread) =>
        call(`write ${store}`, () => {
          const json = JSON.stringify(thread);
          const key = threadKey(store, thread, json);
          memory.objects.set(key, { json, at: now().getTime() });
          return key;
        }),
      deleteThread: (_store, key) => call('deleteThread', () => void memory.objects.delete(key)),
      dropOrphans: (store, one, kept, before) =>
        call('dropOrphans', () => {
          for (const [key, { at }] of memory.objects) {
            const isOrphan = key.startsWith(threadPrefix(store, one)) && key !== kept;
            if (isOrphan && at <= before.getTime()) memory.objects.delete(key);
          }
          return memory.objects.has(kept);
        }),
      writeAttachment: ({ account, displayId }, id, chunks) =>
        call('writeAttachment', async () => {
          let bytes = 0;
          for await (const chunk of chunks) bytes += chunk.length;
          const json = `${bytes} bytes`;
          memory.objects.set(attachmentKey(account, displayId, id), { json, at: now().getTime() });
        }),
    },
    openAccount: (account) => call('openAccount', () => apiOf(world, account, now, call)),
    readAccounts: () =>
      call('readAccounts', () =>
        knownAccounts([], {
          accounts: accounts.map((id) => ({ id, tags: {} })),
          managementAccount: accounts[0] ?? '',
        }),
      ),
    store: {
      read: (key) => call('read file', () => files.read(key)),
      write: (key, chunks, kind) => call('write file', () => files.write(key, chunks, kind)),
      list: (prefix) => call('list files', () => files.list(prefix)),
    },
    observe: (observation) => call('observe', () => void memory.observations.push(observation)),
    announce: (one) => call('announce', () => void memory.announced.push(nameOf(one.account, one.displayId))),
    note: () => {},
    report: () => {},
    hasTime: () => true,
    now,
  };
  return { ports, memory };
}
