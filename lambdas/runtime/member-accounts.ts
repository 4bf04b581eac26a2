import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { type KnownAccounts, knownAccounts } from '#lambdas/runtime/known-accounts.ts';

type Known = {
  table: string;
  ownAccount: string;
  accounts: Account[];
  /** Absent: a lone account. */
  organization?: { managementAccount: string };
};

/** The accounts of the Organization by the directory, or the lone one that this is. */
export function memberAccounts(known: Known): () => Promise<KnownAccounts> {
  const { table, ownAccount, accounts, organization } = known;
  if (!organization) {
    const own = accounts.filter(({ id }) => id === ownAccount);
    return async () => knownAccounts([], { accounts: own, managementAccount: ownAccount });
  }
  return async () => {
    const records: AccountRecord[] = [];
    for await (const { row, body } of directoryRows(table).scan()) {
      if (row === ACCOUNT_ROW) records.push(body as AccountRecord);
    }
    return knownAccounts(records, { accounts, managementAccount: organization.managementAccount });
  };
}
