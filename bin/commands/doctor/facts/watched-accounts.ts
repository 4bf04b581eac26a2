import { type OrganizationsClient, ParentNotFoundException } from '@aws-sdk/client-organizations';
import { type UnitAccount, walkOrganization } from '#bin/commands/walk-organization.ts';

/** An account that is in use, and since when Reeve could know it. */
export type WatchedAccount = Pick<UnitAccount, 'id' | 'name' | 'joinedAt'>;

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
  for (const target of targets) {
    let isThere = false;
    try {
      for await (const { accounts } of walkOrganization(client, { id: target, path: '/' })) {
        isThere = true;
        for (const account of accounts) if (account.state === 'ACTIVE') found.set(account.id, account);
      }
    } catch (error) {
      // A target that is not there: the check of the targets tells of it.
      if (isThere || !(error instanceof ParentNotFoundException)) throw error;
    }
  }
  return [...found.values()].sort((a, b) => a.id.localeCompare(b.id));
}
