import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import { aCaseWorld } from '#test/support-cases/a-case-world.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

export const [SHOP, BANK] = ['111122223333', '444455556666'] as const;
const START = Date.parse('2026-11-01T00:00:00.000Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A world whose accounts are swept; what AWS is asked is counted by the name of the call. */
export function aSweptWorld(settings: Partial<SupportPorts['settings']> = {}) {
  const world = aCaseWorld();
  const accounts: string[] = [SHOP];
  const clock = { now: START };
  /** Accounts that cannot be opened, and with which error. */
  const faults = new Map<string, Error>();
  let asked: Record<string, number> = {};
  const { ports, memory } = memoryPorts({
    world,
    accounts,
    now: () => new Date(clock.now),
    settings,
    disturb: (name, when) => {
      if (when === 'before') asked[name] = (asked[name] ?? 0) + 1;
    },
  });
  const { openAccount } = ports;
  ports.openAccount = async (account) => {
    const fault = faults.get(account);
    if (fault) throw fault;
    return openAccount(account);
  };
  return {
    world,
    accounts,
    clock,
    faults,
    memory,
    ports,
    open: (subject: string, daysAgo = 0, account: string = SHOP) =>
      openCase(world, { account, subject, body: `${subject}: it fails` }, clock.now - daysAgo * DAY_MS),
    /** A sweep so many hours later; gives how often AWS was asked what. */
    sweep: async (hours = 0.5, run?: string): Promise<Record<string, number>> => {
      clock.now += hours * HOUR_MS;
      asked = {};
      await sweepAll(ports, run);
      return asked;
    },
    rowOf: (displayId: string, account: string = SHOP) => memory.cases.get(`${account}/${displayId}`),
    threadOf: (displayId: string, account: string = SHOP): CaseThread => {
      const key = memory.cases.get(`${account}/${displayId}`)?.thread.raw ?? '';
      return JSON.parse(memory.objects.get(key)?.json ?? '{"messages":[]}') as CaseThread;
    },
  };
}
