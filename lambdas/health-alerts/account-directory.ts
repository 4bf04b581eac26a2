import type { Account } from '#lambdas/contracts/settings.ts';

/** The accounts that the settings name. */
export function accountsInSettings(accounts: Account[]): (accountId: string) => Promise<Account> {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return async (accountId) => byId.get(accountId) ?? { id: accountId, tags: {} };
}
