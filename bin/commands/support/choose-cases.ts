import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { isOurTurn, turnOf } from '#lambdas/contracts/support/whose-turn.ts';

/** Which cases are asked for; an empty list and what is absent do not matter. */
export type CaseChoice = {
  /** None that is resolved. */
  open: boolean;
  waiting: boolean;
  status: readonly string[];
  severity: readonly string[];
  service: readonly string[];
  /** Part of the subject, in any case. */
  subject?: string | undefined;
  /** Days of their opening in UTC, `YYYY-MM-DD`, both included. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The cases that are asked for, first those that wait for us, then the oldest. */
export function chooseCases(rows: readonly CaseRow[], choice: CaseChoice): CaseRow[] {
  const { open, waiting, status, severity, service, subject, from = '', to } = choice;
  const isOneOf = (words: readonly string[], word: string) => words.length === 0 || words.includes(word);
  return rows
    .filter((row) => !waiting || isOurTurn(row))
    .filter((row) => !open || caseStateOf(row.status) !== 'resolved')
    .filter((row) => isOneOf(status, row.status))
    .filter((row) => isOneOf(severity, row.severity))
    .filter((row) => isOneOf(service, row.service))
    .filter(({ createdAt }) => createdAt.slice(0, 10) >= from)
    .filter(({ createdAt }) => to === undefined || createdAt.slice(0, 10) <= to)
    .filter((row) => subject === undefined || fold(row.subject).includes(fold(subject)))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || compare(one.createdAt, other.createdAt));
}

function rankOf(row: CaseRow): number {
  return { us: 0, aws: 1, none: 2 }[turnOf(row)];
}

/** Fullwidth letters are letters. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
