import {
  type OrganizationsClient,
  ParentNotFoundException,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
} from '@aws-sdk/client-organizations';

/** An account that is in use, and since when Reeve could know it. */
export type WatchedAccount = { id: string; name: string; joinedAt: Date };

/** What asking for them calls. */
export const ACCOUNT_ACTIONS = [
  'organizations:ListAccountsForParent',
  'organizations:ListOrganizationalUnitsForParent',
];

/** The accounts in use below the targets. Suspended ones answer to nobody. */
export async function askWatchedAccounts(
  client: OrganizationsClient,
  targets: string[],
): Promise<WatchedAccount[]> {
  const found = new Map<string, WatchedAccount>();
  const open = [...targets];
  for (const parent of open) {
    try {
      for (const account of await accountsOf(client, parent)) found.set(account.id, account);
      open.push(...(await unitsOf(client, parent)));
    } catch (error) {
      // A target that is not there: the check of the targets tells of it.
      if (!(error instanceof ParentNotFoundException)) throw error;
    }
  }
  return [...found.values()].sort((a, b) => a.id.localeCompare(b.id));
}

async function accountsOf(client: OrganizationsClient, parent: string): Promise<WatchedAccount[]> {
  const accounts: WatchedAccount[] = [];
  for await (const { Accounts = [] } of paginateListAccountsForParent({ client }, { ParentId: parent })) {
    for (const { Id = '', Name = '', State, Status, JoinedTimestamp } of Accounts) {
      // State took the place of Status in September 2026.
      if ((State ?? Status) !== 'ACTIVE') continue;
      accounts.push({ id: Id, name: Name, joinedAt: JoinedTimestamp ?? new Date(0) });
    }
  }
  return accounts;
}

async function unitsOf(client: OrganizationsClient, parent: string): Promise<string[]> {
  const units: string[] = [];
  const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId: parent });
  for await (const { OrganizationalUnits = [] } of pages) {
    units.push(...OrganizationalUnits.map(({ Id = '' }) => Id));
  }
  return units;
}
