import type { TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import { CASE_ROW_PREFIX, type CaseRow, caseRowOf } from '#lambdas/contracts/support/case-row.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';

/** The table of cases, which another function writes. */
export function caseRowsClient(table: string): Pick<TrackerPorts, 'caseOf' | 'casesOf'> {
  const rows = numberedRows(table);
  return {
    async caseOf(account, displayId) {
      const [row] = await rows.query(account, caseRowOf(displayId));
      return row?.row === caseRowOf(displayId) ? toCase(row) : undefined;
    },

    casesOf: async (account) => (await rows.query(account, CASE_ROW_PREFIX)).map(toCase),
  };
}

function toCase({ body, version }: { body: unknown; version: number }): CaseRow {
  return { ...(body as CaseRow), version };
}
