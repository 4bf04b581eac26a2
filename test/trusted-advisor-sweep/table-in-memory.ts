import {
  type AccountStanding,
  type AdvisorRow,
  itemRowOf,
  itemRowPrefix,
  type KnownChecks,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { ItemPorts as AlertsPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import type { ItemPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';

/** The table of items as both its users see it. */
export function tableInMemory() {
  const rows = new Map<string, Map<string, AdvisorRow>>();
  const standings = new Map<string, { standing: AccountStanding; version: number }>();
  const versions = new Map<string, number>();
  let known: { checks: KnownChecks; version: number } | undefined;
  const rowsOf = (account: string) => rows.get(account) ?? new Map<string, AdvisorRow>();
  const refuseLate = (is: number, expected: number) => {
    if (is !== expected) throw new RetryLaterError('Another has written the row meanwhile');
  };

  const ofSweep: ItemPorts = {
    rowsOf: async (account) => [...rowsOf(account).values()],
    standingOf: async (account) => standings.get(account),
    async writeStanding(account, standing, before) {
      refuseLate(standings.get(account)?.version ?? 0, before);
      standings.set(account, { standing, version: before + 1 });
    },
    knownChecks: async () => known,
    async writeChecks(checks, before) {
      refuseLate(known?.version ?? 0, before);
      known = { checks, version: before + 1 };
    },
  };
  const ofAlerts: AlertsPorts = {
    async readCheck(account, check) {
      const prefix = itemRowPrefix(check);
      return [...rowsOf(account)].filter(([name]) => name.startsWith(prefix)).map(([, row]) => row);
    },
    async write(row) {
      const all = rowsOf(row.account);
      refuseLate(all.get(itemRowOf(row))?.version ?? 0, row.version);
      const written = { ...row, version: row.version + 1 };
      rows.set(row.account, all.set(itemRowOf(row), written));
      return written;
    },
    async nextVersion(_account, alert) {
      const version = (versions.get(alert) ?? 0) + 1;
      versions.set(alert, version);
      return version;
    },
    standingOf: async (account) => standings.get(account)?.standing,
    knownChecks: async () => known?.checks ?? { at: '', checks: [] },
  };
  return {
    ofSweep,
    ofAlerts,
    standingOf: (account: string) => standings.get(account)?.standing,
    known: () => known?.checks.checks,
    rowsOf: (account: string) => [...rowsOf(account).values()],
  };
}
