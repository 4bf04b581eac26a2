import {
  type OrganizationsClient,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
} from '@aws-sdk/client-organizations';

/** A root (`/`) or an organizational unit, by its id and its path. */
export type Unit = { id: string; path: string };
export type UnitAccount = { id: string; name: string; state: string; joinedAt: Date };

/** A unit and all below it, each with the accounts right in it. */
export async function* walkOrganization(
  client: OrganizationsClient,
  unit: Unit,
): AsyncIterable<Unit & { accounts: UnitAccount[] }> {
  const ParentId = unit.id;
  const accounts: UnitAccount[] = [];
  for await (const { Accounts = [] } of paginateListAccountsForParent({ client }, { ParentId })) {
    for (const { Id = '', Name = '', State, Status, JoinedTimestamp = new Date(0) } of Accounts) {
      // State took the place of Status in September 2026.
      accounts.push({ id: Id, name: Name, state: State ?? Status ?? 'UNKNOWN', joinedAt: JoinedTimestamp });
    }
  }
  yield { ...unit, accounts };

  const above = unit.path === '/' ? '' : unit.path;
  const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId });
  for await (const { OrganizationalUnits = [] } of pages) {
    for (const { Id = '', Name } of OrganizationalUnits) {
      yield* walkOrganization(client, { id: Id, path: `${above}/${Name}` });
    }
  }
}
