import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import {
  CASE_ROW_PREFIX,
  type CaseRow,
  caseRowOf,
  HINT_ROW_PREFIX,
  type HintRow,
  READING_ROW,
} from '#lambdas/contracts/support/case-row.ts';
import { deleteRow } from '#lambdas/runtime/delete-row.ts';
import { type NumberedRow, numberedRows } from '#lambdas/runtime/numbered-rows.ts';
import { accountsOfTable } from '#lambdas/support-cases/store/accounts-client.ts';
import type { KeptHint, RowPorts } from '#lambdas/support-cases/support-ports.ts';

/** The table of cases. */
export function caseRowsClient(table: string): RowPorts {
  const rows = numberedRows(table);
  const hintRow = (key: string) => `${HINT_ROW_PREFIX}${key}`;
  return {
    accounts: () => accountsOfTable(table),

    async caseOf(account, displayId) {
      const row = await rows.read(account, caseRowOf(displayId));
      return row && toCase(row);
    },

    async casesOf(account) {
      return (await rows.query(account, CASE_ROW_PREFIX)).map(toCase);
    },

    writeCase: (row, before) =>
      rows.write(row.account, caseRowOf(row.displayId), { body: row, version: row.version, before }),

    async readingOf(account) {
      const row = await rows.read(account, READING_ROW);
      return row && { reading: row.body as AccountReading, version: row.version };
    },

    writeReading: (account, reading, before) =>
      rows.write(account, READING_ROW, { body: reading, version: before + 1, before }),

    async hintOf(account, key) {
      const row = await rows.read(account, hintRow(key));
      return row && toHint(row);
    },

    async hintsOf(account) {
      return (await rows.query(account, HINT_ROW_PREFIX)).map(toHint);
    },

    writeHint: (account, key, hint, before) =>
      rows.write(account, hintRow(key), { body: hint, version: before + 1, before }),

    deleteHint: (account, key) => deleteRow(table, { account, row: hintRow(key) }),
  };
}

function toCase({ body, version }: NumberedRow): CaseRow {
  return { ...(body as CaseRow), version };
}

function toHint({ row, body, version }: NumberedRow): KeptHint {
  return { key: row.slice(HINT_ROW_PREFIX.length), hint: body as HintRow, version };
}
