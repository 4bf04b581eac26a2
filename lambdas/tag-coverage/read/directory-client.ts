import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import type { TagCoverageSettings } from '#lambdas/contracts/settings.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { type KnownAccounts, knownAccounts } from '#lambdas/tag-coverage/read/known-accounts.ts';

type Known = Pick<TagCoverageSettings, 'accounts' | 'organization'> & { table: string; ownAccount: string };

/** The accounts of the Organization by the directory, or the lone one that this is. */
export function directoryClient(known: Known): () => Promise<KnownAccounts> {
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
