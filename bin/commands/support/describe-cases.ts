import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { turnOf } from '#lambdas/contracts/support/whose-turn.ts';

const TURNS = { us: 'yours', aws: 'AWS', none: '-' };

/** A line for each case; `nameOf` an account. `old`: accounts that are not read, whose cases get a star. */
export function describeCases(
  rows: readonly CaseRow[],
  nameOf: (account: string) => string,
  old: ReadonlySet<string> = new Set(),
): string[] {
  const head = ['CASE', 'TURN', 'STATUS', 'SEVERITY', 'ACCOUNT', 'OPENED', 'MESSAGES', 'SUBJECT'];
  const lines = rows.map((row) => [
    row.displayId,
    `${TURNS[turnOf(row)]}${old.has(row.account) ? '*' : ''}`,
    row.status,
    row.severity,
    nameOf(row.account),
    row.createdAt.slice(0, 10),
    String(row.messages),
    row.withheld ? `(withheld: ${row.withheld})` : row.subject,
  ]);
  return textTable([head, ...lines], [6]);
}
