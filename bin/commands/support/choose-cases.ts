import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';

/** Which cases are asked for; what is absent does not matter. */
export type CaseChoice = {
  waiting: boolean;
  all: boolean;
  severity?: string | undefined;
  service?: string | undefined;
  /** Part of the subject, in any case. */
  subject?: string | undefined;
};

/** The cases that are asked for: open ones unless all are, first those that wait for us, then the oldest. */
export function chooseCases(rows: readonly CaseRow[], choice: CaseChoice): CaseRow[] {
  const { waiting, all, severity, service, subject } = choice;
  return rows
    .filter(({ status }) => !waiting || caseStateOf(status) === 'waiting-for-us')
    .filter(({ status }) => all || caseStateOf(status) !== 'resolved')
    .filter((row) => severity === undefined || row.severity === severity)
    .filter((row) => service === undefined || row.service === service)
    .filter((row) => subject === undefined || fold(row.subject).includes(fold(subject)))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || compare(one.createdAt, other.createdAt));
}

function rankOf({ status }: CaseRow): number {
  return { 'waiting-for-us': 0, open: 1, resolved: 2 }[caseStateOf(status)];
}

/** Fullwidth letters are letters. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
