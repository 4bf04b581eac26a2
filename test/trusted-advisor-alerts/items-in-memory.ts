import {
  type AccountStanding,
  type AdvisorRow,
  itemRowOf,
  itemRowPrefix,
  type KnownChecks,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { ItemPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { KNOWN, READ } from '#test/trusted-advisor-alerts/an-advisor-event.ts';

export type Remembered = { standing?: AccountStanding | undefined; known?: KnownChecks };

/** The table of items as its adapter shows it. `before` runs ahead of each call: it may wait, or fail. */
export function itemsInMemory(
  remembered: Remembered = { standing: READ },
  before: (call: string) => Promise<void> = () => Promise.resolve(),
) {
  const rows = new Map<string, AdvisorRow>();
  const versions = new Map<string, number>();
  const nameOf = (row: AdvisorRow) => `${row.account}/${itemRowOf(row)}`;

  const ports: ItemPorts = {
    async readCheck(account, check) {
      await before('readCheck');
      const prefix = `${account}/${itemRowPrefix(check)}`;
      return [...rows].filter(([name]) => name.startsWith(prefix)).map(([, row]) => row);
    },
    async write(row) {
      await before('write');
      if ((rows.get(nameOf(row))?.version ?? 0) !== row.version) {
        throw new RetryLaterError('Another has written the row meanwhile');
      }
      const written = { ...row, version: row.version + 1 };
      rows.set(nameOf(row), written);
      return written;
    },
    async nextVersion(_account, alert) {
      await before('nextVersion');
      const version = (versions.get(alert) ?? 0) + 1;
      versions.set(alert, version);
      return version;
    },
    standingOf: () => Promise.resolve(remembered.standing),
    knownChecks: () => Promise.resolve(remembered.known ?? KNOWN),
  };
  return { ports, rows };
}
