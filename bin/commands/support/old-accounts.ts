import type { AccountBook } from '#bin/commands/support/account-book.ts';
import type { KnownCases } from '#bin/commands/support/case-table.ts';
import { READING_WORDS, readingOf } from '#bin/commands/support/reading-words.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

/** An account whose cases are shown as they once were. `readAt`: when they were read last, ISO 8601. */
export type OldAccount = { account: string; readAt?: string; why: string };

/** An account is read each hour at least; a run that fails is made up for. */
const OLD_MS = 3 * 3_600_000;

/** The accounts of these cases that no sweep reads now: they left, cannot be read, or sweeps have ended. */
export function oldAccounts(
  rows: readonly CaseRow[],
  { readings }: Pick<KnownCases, 'readings'>,
  book: Pick<AccountBook, 'hasLeft'>,
  now: Date,
): OldAccount[] {
  return [...new Set(rows.map(({ account }) => account))].flatMap((account): OldAccount[] => {
    const reading = readings.get(account);
    const state = readingOf(reading);
    const readAt = reading?.openReadAt;
    const at = readAt === undefined ? {} : { readAt };
    if (book.hasLeft(account)) return [{ account, ...at, why: 'closed, or no longer of the Organization' }];
    // Before the first reading is through, events bring cases that are as they are now.
    if (state !== 'ok' && reading) return [{ account, ...at, why: READING_WORDS[state] }];
    const isOld = readAt !== undefined && now.getTime() - Date.parse(readAt) > OLD_MS;
    return isOld ? [{ account, ...at, why: 'no sweep came to it since: npm run reeve -- doctor' }] : [];
  });
}

/** What a list says of them; nothing where all are read. */
export function describeOld(old: readonly OldAccount[], nameOf: (account: string) => string): string[] {
  if (old.length === 0) return [];
  const lines = old.map(({ account, readAt, why }) => {
    const when =
      readAt === undefined ? 'never read' : `read last ${readAt.slice(0, 16).replace('T', ' ')} UTC`;
    return `- ${nameOf(account)}, ${when}: ${why}.`;
  });
  return ['', '* These cases may be others by now, as their accounts are not read:', ...lines];
}
