import { Failure } from '#bin/commands/command-line/errors.ts';
import { findDirectory } from '#bin/commands/contacts/find-directory.ts';
import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { knownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { Settings } from '#lib/settings.ts';

/** What is known of accounts: their names, units and owners. */
export type AccountBook = {
  of: (id: string) => Account;
  /** Those whose cases are read, as far as it is known. */
  all: readonly Account[];
  /** Whether an account is known to be closed, suspended, or no longer of the Organization. */
  hasLeft: (id: string) => boolean;
  /** Why only the settings are known, where that is so. */
  onlySettings?: string;
};

type Said = Pick<Settings, 'accounts' | 'organization'>;

/**
 * The accounts of the directory, with what the settings say of them; of the settings alone where the reader may not read
 * the directory: those who may read the cases of one account often may not.
 */
export async function openAccountBook({ accounts, organization }: Said, stack: string): Promise<AccountBook> {
  const managementAccount = organization?.managementAccount;
  const bookOf = (records: AccountRecord[]): AccountBook => {
    const known = knownAccounts(records, { accounts, managementAccount: managementAccount ?? '' });
    return { of: known.of, hasLeft: known.hasLeft, all: known.asked.filter(({ id }) => id !== '') };
  };
  try {
    return bookOf(await readRecords(stack));
  } catch (error) {
    const { name } = error as Error;
    if (!(error instanceof Failure) && !/^AccessDenied|NotAuthorized/.test(name)) throw error;
    const why = error instanceof Failure ? 'there is no directory' : 'you may not read the directory';
    return { ...bookOf([]), onlySettings: why };
  }
}

async function readRecords(stack: string): Promise<AccountRecord[]> {
  const records: AccountRecord[] = [];
  for await (const { row, body } of directoryRows(await findDirectory(stack)).scan()) {
    if (row === ACCOUNT_ROW) records.push(body as AccountRecord);
  }
  return records;
}

/** What people call an account; its number where nobody says. */
export function nameIn(book: Pick<AccountBook, 'of'>): (id: string) => string {
  return (id) => {
    const { name } = book.of(id);
    return name ? `${name} (${id})` : id;
  };
}
