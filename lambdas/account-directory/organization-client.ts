import {
  type Account,
  AccountNotFoundException,
  DescribeAccountCommand,
  DescribeOrganizationalUnitCommand,
  OrganizationsClient,
  type OrganizationsClientConfig,
  type Parent,
  ParentNotFoundException,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListParents,
  paginateListRoots,
  paginateListTagsForResource,
  TargetNotFoundException,
} from '@aws-sdk/client-organizations';
import type { ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';

/** What is above an account: a path of names, and whether one of the units is a target. */
type Place = { ou: string; isBelowTarget: boolean };

export type OrganizationClientProps = { client: OrganizationsClientConfig; targets: string[] };

/**
 * AWS Organizations, as the management account sees it. Pages may be empty with more behind them, so each
 * list is read until there is no token.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsForParent.html
 */
export function organizationClient({
  client: config,
  targets,
}: OrganizationClientProps): Pick<DirectoryPorts, 'walkTree' | 'findAccount' | 'readTags'> {
  const client = new OrganizationsClient(config);
  const isTarget = (id: string) => targets.includes(id);

  function toListed(account: Account, place: Place): ListedAccount {
    const { Id: id = '', Name: name = '', State, Status, JoinedTimestamp } = account;
    return {
      id,
      name,
      ou: place.ou || '/',
      // The name of the field until September 2026, which some partitions may still send alone.
      state: State ?? Status ?? 'UNKNOWN',
      ...(JoinedTimestamp ? { joinedAt: JoinedTimestamp.toISOString() } : {}),
      isBelowTarget: place.isBelowTarget,
    };
  }

  async function* walk(parentId: string, place: Place): AsyncIterable<ListedAccount> {
    for await (const { Accounts = [] } of paginateListAccountsForParent({ client }, { ParentId: parentId })) {
      for (const account of Accounts) yield toListed(account, place);
    }
    const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId: parentId });
    for await (const { OrganizationalUnits = [] } of pages) {
      for (const { Id: id = '', Name: name = '' } of OrganizationalUnits) {
        yield* walkUnit(id, {
          ou: `${place.ou}/${name}`,
          isBelowTarget: place.isBelowTarget || isTarget(id),
        });
      }
    }
  }

  /** One that is deleted during the walk has no accounts any more: what was in it is looked at by itself. */
  async function* walkUnit(id: string, place: Place): AsyncIterable<ListedAccount> {
    try {
      yield* walk(id, place);
    } catch (error) {
      if (!(error instanceof ParentNotFoundException)) throw error;
    }
  }

  async function parentOf(childId: string): Promise<Parent> {
    for await (const { Parents = [] } of paginateListParents({ client }, { ChildId: childId })) {
      if (Parents[0]) return Parents[0];
    }
    throw new Error('AWS Organizations names no parent');
  }

  async function placeOf(childId: string): Promise<Place> {
    const { Id: id = '', Type: type } = await parentOf(childId);
    if (type === 'ROOT') return { ou: '', isBelowTarget: isTarget(id) };
    const { OrganizationalUnit: unit } = await client.send(
      new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: id }),
    );
    const above = await placeOf(id);
    return { ou: `${above.ou}/${unit?.Name ?? ''}`, isBelowTarget: above.isBelowTarget || isTarget(id) };
  }

  return {
    async *walkTree() {
      for await (const { Roots = [] } of paginateListRoots({ client }, {})) {
        for (const { Id: id = '' } of Roots) yield* walk(id, { ou: '', isBelowTarget: isTarget(id) });
      }
    },

    async findAccount(accountId) {
      try {
        const { Account: account } = await client.send(new DescribeAccountCommand({ AccountId: accountId }));
        return account && toListed(account, await placeOf(accountId));
      } catch (error) {
        if (error instanceof AccountNotFoundException) return undefined;
        throw error;
      }
    },

    async readTags(accountId) {
      const tags: [string, string][] = [];
      try {
        for await (const page of paginateListTagsForResource({ client }, { ResourceId: accountId })) {
          for (const { Key = '', Value = '' } of page.Tags ?? []) tags.push([Key, Value]);
        }
      } catch (error) {
        if (error instanceof TargetNotFoundException) return undefined;
        throw error;
      }
      return Object.fromEntries(tags);
    },
  };
}
