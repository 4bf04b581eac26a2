import type { Account } from '#lambdas/contracts/settings.ts';

/** What is known of an account; one that nobody knows still has its id. */
export type AccountLookup = (accountId: string) => Promise<Account>;

/** The accounts that the settings name. */
export function accountsInSettings(accounts: Account[]): AccountLookup {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return async (accountId) => byId.get(accountId) ?? { id: accountId, tags: {} };
}
