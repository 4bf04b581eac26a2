import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Account } from '#lambdas/contracts/settings.ts';

export type AskedAccount = { id: string; name: string };

export type KnownAccounts = {
  /** Those of the settings, whose names win. */
  accounts: Pick<Account, 'id' | 'name'>[];
  /** A member by stacks of its own, wherever it lies. */
  managementAccount: string;
};

/**
 * The accounts that have the reader role, by their ids: those in use that the stacks of members are deployed to, by the
 * directory. Before it was filled, those that the settings name.
 */
export function accountsToAsk(records: AccountRecord[], known: KnownAccounts): AskedAccount[] {
  const { accounts, managementAccount } = known;
  const names = new Map(accounts.flatMap(({ id, name }) => (name ? [[id, name]] : [])));
  const members = records
    .filter(({ state }) => state === 'ACTIVE')
    .filter(({ id, targetSince }) => targetSince !== null || id === managementAccount);
  const found = new Map(members.map(({ id, name = '' }) => [id, name]));
  const asked = found.size > 0 ? [...found.keys()] : [managementAccount, ...accounts.map(({ id }) => id)];
  return [...new Set(asked)].sort().map((id) => ({ id, name: names.get(id) ?? found.get(id) ?? '' }));
}
