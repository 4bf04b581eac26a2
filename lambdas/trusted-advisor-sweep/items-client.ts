import {
  type AccountStanding,
  type AdvisorRow,
  CHECKS_PARTITION,
  CHECKS_ROW,
  ITEM_ROW_PREFIX,
  type KnownChecks,
  STANDING_ROW,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';
import type { ItemPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';

/** The table of items. */
export function itemsClient(table: string): ItemPorts {
  const rows = numberedRows(table);
  return {
    async rowsOf(account) {
      const found = await rows.query(account, ITEM_ROW_PREFIX);
      return found.map(({ body, version }) => ({ ...(body as AdvisorRow), version }));
    },

    async standingOf(account) {
      const row = await rows.read(account, STANDING_ROW);
      return row && { standing: row.body as AccountStanding, version: row.version };
    },

    writeStanding: (account, standing, before) =>
      rows.write(account, STANDING_ROW, { body: standing, version: before + 1, before }),

    async knownChecks() {
      const row = await rows.read(CHECKS_PARTITION, CHECKS_ROW);
      return row && { checks: row.body as KnownChecks, version: row.version };
    },

    writeChecks: (checks, before) =>
      rows.write(CHECKS_PARTITION, CHECKS_ROW, { body: checks, version: before + 1, before }),
  };
}
