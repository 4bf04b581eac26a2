import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Account } from '#lambdas/contracts/settings.ts';

export type KnownAccounts = {
  /** What is known of an account, member or not. */
  of: (id: string) => Account;
  /** Those that have the reader role, by their ids. */
  asked: Account[];
  /** Whether an account is known to be closed, suspended, or no longer of the Organization. */
  hasLeft: (id: string) => boolean;
  /** Whether the directory says so, and not the settings in its place: who is missing then is no member. */
  isByDirectory: boolean;
};

type Said = Pick<Account, 'id'> & Partial<Account>;

export type Members = {
  /** Those of the settings, whose words win. */
  accounts: Said[];
  /** A member by stacks of its own, wherever it lies. */
  managementAccount: string;
};

/**
 * Who is a member: the accounts in use that the stacks of members are deployed to, by the directory. Before it was
 * filled, those that the settings name.
 */
export function knownAccounts(
  records: AccountRecord[],
  { accounts, managementAccount }: Members,
): KnownAccounts {
  const found = new Map(records.map((record) => [record.id, record]));
  const said = new Map(accounts.map((account) => [account.id, account]));
  const of = (id: string) => merge(id, said.get(id), found.get(id));
  const members = records
    .filter(({ state }) => state === 'ACTIVE')
    .filter(({ id, targetSince }) => targetSince !== null || id === managementAccount)
    .map(({ id }) => id);
  const asked = members.length > 0 ? members : [managementAccount, ...said.keys()];
  const hasLeft = (id: string) => (found.get(id)?.state ?? 'ACTIVE') !== 'ACTIVE';
  return { of, asked: [...new Set(asked)].sort().map(of), hasLeft, isByDirectory: members.length > 0 };
}

function merge(id: string, said: Said | undefined, found: AccountRecord | undefined): Account {
  const { name = found?.name, ou = found?.ou, owner = found?.owner } = said ?? {};
  return {
    id,
    ...(name ? { name } : {}),
    ...(ou ? { ou } : {}),
    ...(owner ? { owner } : {}),
    tags: { ...found?.tags, ...said?.tags },
  };
}
