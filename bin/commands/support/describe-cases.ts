import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';

const TURNS = { 'waiting-for-us': 'yours', open: 'AWS', resolved: '-' };

/** A line for each case; `nameOf` an account. */
export function describeCases(rows: readonly CaseRow[], nameOf: (account: string) => string): string[] {
  const head = ['CASE', 'TURN', 'STATUS', 'SEVERITY', 'ACCOUNT', 'OPENED', 'MESSAGES', 'SUBJECT'];
  const lines = rows.map((row) => [
    row.displayId,
    TURNS[caseStateOf(row.status)],
    row.status,
    row.severity,
    nameOf(row.account),
    row.createdAt.slice(0, 10),
    String(row.messages),
    row.withheld ? `(withheld: ${row.withheld})` : row.subject,
  ]);
  return textTable([head, ...lines], [6]);
}
