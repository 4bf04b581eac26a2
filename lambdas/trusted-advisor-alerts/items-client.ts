import {
  type AccountStanding,
  type AdvisorRow,
  CHECKS_PARTITION,
  CHECKS_ROW,
  itemRowOf,
  itemRowPrefix,
  type KnownChecks,
  STANDING_ROW,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';
import type { ItemPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';

/** What is over is kept for so long, so that late news of it is known for late. */
const OVER_KEPT_MS = 90 * 86_400_000;
/** The checks of AWS change a few times a year, and are read once an hour. */
const CHECKS_KNOWN_MS = 5 * 60_000;

/** The table of items. */
export function itemsTable(table: string, now: () => Date): ItemPorts {
  const rows = numberedRows(table);
  let known: { checks: KnownChecks; until: number } | undefined;

  return {
    async readCheck(account, check) {
      const found = await rows.query(account, itemRowPrefix(check));
      return found.map(({ body, version }) => ({ ...(body as AdvisorRow), version }));
    },

    async write(row) {
      const before = row.version;
      const body: AdvisorRow = { ...row, version: before + 1 };
      const expiresAt = row.state === 'open' ? undefined : now().getTime() + OVER_KEPT_MS;
      await rows.write(row.account, itemRowOf(row), { body, version: body.version, before, expiresAt });
      return body;
    },

    nextVersion: (account, alert) => rows.nextNumber(account, `alert#${alert}`, now()),

    async standingOf(account) {
      return (await rows.read(account, STANDING_ROW))?.body as AccountStanding | undefined;
    },

    async knownChecks() {
      if (known && now().getTime() < known.until) return known.checks;
      const row = await rows.read(CHECKS_PARTITION, CHECKS_ROW);
      const checks = (row?.body as KnownChecks | undefined) ?? { at: '', checks: [] };
      // Before they were discovered, each batch looks again: then the first names are resolved at once.
      if (row) known = { checks, until: now().getTime() + CHECKS_KNOWN_MS };
      return checks;
    },
  };
}
