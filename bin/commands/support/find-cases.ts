import { readSettings } from '#bin/commands/read-settings.ts';
import { type AccountBook, openAccountBook } from '#bin/commands/support/account-book.ts';
import { type GivenFilters, readChoice } from '#bin/commands/support/case-filters.ts';
import type { KnownCases } from '#bin/commands/support/case-table.ts';
import { chooseAccounts } from '#bin/commands/support/choose-accounts.ts';
import { chooseCases } from '#bin/commands/support/choose-cases.ts';
import { type Cases, openCases } from '#bin/commands/support/open-cases.ts';
import { whyEmpty } from '#bin/commands/support/why-empty.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

export type FoundCases = {
  cases: Cases;
  book: AccountBook;
  known: KnownCases;
  chosen: CaseRow[];
  /** What was asked for, for the audit: without words of people's own. */
  asked: object;
  /** Why nothing is chosen. */
  empty: () => string[];
};

/** The cases that the filters ask for. `open`: none that is resolved. */
export async function findCases(stack: string, given: GivenFilters, open: boolean): Promise<FoundCases> {
  const choice = readChoice(given, open);
  const settings = await readSettings();
  const [cases, book] = await Promise.all([
    openCases(stack, () => new Date()),
    openAccountBook(settings, stack),
  ]);
  const scope = chooseAccounts(book, given);
  const known = await cases.read(scope);
  const { subject, ...said } = given;
  return {
    cases,
    book,
    known,
    chosen: chooseCases(known.rows, choice),
    asked: { ...said, open, ...(subject !== undefined && { bySubject: true }) },
    empty: () => whyEmpty(known, { book, scope, choice }),
  };
}
