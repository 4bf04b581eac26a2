import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import type { EcsInventorySettings } from '#lambdas/contracts/settings.ts';
import { type AskedAccount, accountsToAsk } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';

type Known = Pick<EcsInventorySettings, 'accounts' | 'organization'> & { table: string; ownAccount: string };

/** Lists the accounts to ask: by the directory of the Organization, or the lone one that this is. */
export function directoryClient(known: Known): () => Promise<AskedAccount[]> {
  const { table, ownAccount, accounts, organization } = known;
  if (!organization) {
    const name = accounts.find(({ id }) => id === ownAccount)?.name ?? '';
    return async () => [{ id: ownAccount, name }];
  }
  return async () => {
    const records: AccountRecord[] = [];
    for await (const { row, body } of directoryRows(table).scan()) {
      if (row === ACCOUNT_ROW) records.push(body as AccountRecord);
    }
    return accountsToAsk(records, { accounts, managementAccount: organization.managementAccount });
  };
}
