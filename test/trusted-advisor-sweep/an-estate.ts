import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AdvisorReading } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import { knownAccounts } from '#lambdas/runtime/known-accounts.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { handleMessages } from '#lambdas/trusted-advisor-alerts/handle-messages.ts';
import type { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import type { AdvisorDay } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type {
  AdvisorApi,
  CheckResult,
  OfferedCheck,
} from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';
import { snapshotKey } from '#lambdas/trusted-advisor-sweep/sweep-account.ts';
import { sweepAccounts } from '#lambdas/trusted-advisor-sweep/sweep-accounts.ts';
import type { SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';
import { SELECTION, settings } from '#test/trusted-advisor-alerts/an-advisor-event.ts';
import { tableInMemory } from '#test/trusted-advisor-sweep/table-in-memory.ts';

export const SHOP = '111122223333';
export const BANK = '444455556666';
export const LAB = '777788889999';

const COLUMNS = ['Region', 'Volume ID', 'Reason', 'Status'];
export const VOLUMES: OfferedCheck = {
  id: 'H7IgTzjTYb',
  name: 'Volumes without snapshots',
  category: 'fault_tolerance',
  columns: COLUMNS,
};
export const KEYS: OfferedCheck = {
  id: 'DqdJqYeRm5',
  name: 'Old access keys',
  category: 'security',
  columns: COLUMNS,
};

/** A fault of AWS, as the SDK throws it. */
export function aFault(name: string): Error {
  return Object.assign(new Error('AWS says no'), { name });
}

/** Accounts with Trusted Advisor, in memory; what changes between two runs is set on it. */
export function anEstate(over: Partial<SweepPorts> = {}) {
  const world = {
    now: new Date('2026-11-23T05:10:00.000Z'),
    accounts: [SHOP, BANK].map((id): Account => ({ id, tags: {} })),
    offered: [VOLUMES, KEYS],
    sources: new Map([[VOLUMES.id, 'ta_check']]) as Map<string, string> | Error,
    /** By `account/check`; of the others nothing is flagged. */
    results: new Map<string, CheckResult>(),
    /** By `account` (when it is opened), `account/call` or `account/call/check`. */
    faults: new Map<string, Error>(),
    /** `account/check` of results that are lost after their summary was read. */
    lost: new Set<string>(),
    /** Checks whose refresh AWS gives up. */
    abandoned: new Set<string>(),
    selection: SELECTION,
    refreshAfterHours: undefined as number | undefined,
    isByDirectory: true,
    hasTime: () => true,
  };
  const table = tableInMemory();
  const store = memoryStore();
  const [told, days, observed] = [[] as AdvisorReading[], [] as AdvisorDay[], [] as Observation[]];
  const calls: string[] = [];

  const call = (...words: string[]) => {
    calls.push(words.join('/'));
    for (let length = words.length; length > 0; length -= 1) {
      const fault = world.faults.get(words.slice(0, length).join('/'));
      if (fault) throw fault;
    }
  };
  const resultOf = (account: string, check: string): CheckResult =>
    world.results.get(`${account}/${check}`) ?? { status: 'ok', at: world.now.toISOString(), resources: [] };
  const openAccount = async (account: string): Promise<AdvisorApi> => {
    call(account);
    return {
      offeredChecks: async () => (call(account, 'checks'), world.offered),
      async sources() {
        if (world.sources instanceof Error) throw world.sources;
        return world.sources;
      },
      async summaries(ids) {
        call(account, 'summaries');
        for (const id of ids) if (world.faults.has(`${account}/id/${id}`)) call(account, 'id', id);
        return ids.map((id) => {
          const { status, at, resources } = resultOf(account, id);
          const flagged = resources.filter(({ isSuppressed }) => !isSuppressed);
          const excluded = resources.length - flagged.length;
          return { id, status, ...(at ? { at } : {}), hasFlagged: flagged.length > 0, excluded };
        });
      },
      async result(id) {
        call(account, 'result', id);
        const isLost = world.lost.has(`${account}/${id}`);
        return isLost ? { status: 'not_available', resources: [] } : resultOf(account, id);
      },
      async refresh(id) {
        call(account, 'refresh', id);
        return !world.abandoned.has(id);
      },
    };
  };
  const ports = (): SweepPorts => ({
    settings: {
      selection: world.selection,
      ...(world.refreshAfterHours ? { refreshAfterHours: world.refreshAfterHours } : {}),
    },
    readAccounts: async () => ({
      ...knownAccounts([], { accounts: world.accounts, managementAccount: world.accounts[0]?.id ?? '' }),
      isByDirectory: world.isByDirectory,
    }),
    openAccount,
    items: table.ofSweep,
    tell: async (readings) => void told.push(...readings),
    store,
    publish: async (day) => void days.push(day),
    report: () => {},
    hasTime: () => world.hasTime(),
    now: () => world.now,
    ...over,
  });
  const handle = (messages: AdvisorMessage[]) =>
    handleMessages(messages, {
      settings: { ...settings, selection: world.selection },
      items: table.ofAlerts,
      accountDirectory: async (id) => ({ id, tags: {} }),
      tagsOf: async () => new Map(),
      tell: async (observation) => void observed.push(observation),
      report: () => {},
      now: () => world.now,
    });

  return {
    world,
    table,
    store,
    told,
    days,
    calls,
    /** What trusted-advisor-alerts said to the desk. */
    observed,
    handle,
    callsOf: (word: string) => calls.filter((one) => one.includes(`/${word}`)),
    sweep: (more: Partial<SweepPorts> = {}) => sweepAccounts({ ...ports(), ...more }),
    /** A run whose messages trusted-advisor-alerts gets; gives those messages. */
    async sweepAndTell(more: Partial<SweepPorts> = {}): Promise<AdvisorReading[]> {
      const from = told.length;
      await sweepAccounts({ ...ports(), ...more });
      const readings = told.slice(from);
      await handle(readings);
      return readings;
    },
    later: (hours = 24) => void (world.now = new Date(world.now.getTime() + hours * 3_600_000)),
    snapshotOf: (account: string) => readJson<Snapshot>(store, snapshotKey(account)),
    /** Volumes of an account that the check of volumes flags: `vol-1`, `vol-2 excluded`, `vol-3 warning`. */
    flag(account: string, volumes: string[], check = VOLUMES): void {
      const resources = volumes.map((text) => {
        const [id = '', word = 'error'] = text.split(' ');
        const isSuppressed = word === 'excluded';
        const status = isSuppressed ? 'error' : word;
        return {
          id: `opaque-${id}`,
          status,
          region: 'eu-west-1',
          isSuppressed,
          metadata: ['eu-west-1', id, 'No snapshot', 'Green'],
        };
      });
      const status = resources.some(({ isSuppressed }) => !isSuppressed) ? 'error' : 'ok';
      world.results.set(`${account}/${check.id}`, { status, at: world.now.toISOString(), resources });
    },
  };
}
