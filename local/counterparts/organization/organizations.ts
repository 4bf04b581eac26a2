import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Identities } from './identities.ts';
import { idIn, refuseBadPageSize, refuseOrdinaryMember, refuseOutsider } from './organizations-rules.ts';
import { organizationsShapes } from './organizations-shapes.ts';
import { type Paging, pageOf, USUAL_PAGING } from './paging.ts';
import type { OrganizationalUnit, World, WorldAccount } from './world.ts';

type Input = Record<string, unknown>;
export type OrganizationsOptions = {
  world: World;
  identities: Identities;
  paging?: Paging;
  /** Accounts have no `Status`, only the `State` that took its place. */
  withoutStatus?: boolean;
};

/** The moment since when services are trusted and administrators delegated, in seconds since 1970. */
const ENABLED_AT = Date.UTC(2024, 1, 29) / 1000;

/** AWS Organizations, what it tells of a world: the tree, the accounts, whom the Organization trusts. */
export function organizationsBackend(options: OrganizationsOptions): AwsBackend {
  const { world, identities, paging = USUAL_PAGING } = options;
  const shapes = organizationsShapes(world, options);

  const guarded = (answer: (input: Input, call: AwsCall) => unknown) => (input: Input, call: AwsCall) => {
    refuseOutsider(world, identities.find(call.accessKeyId));
    refuseOrdinaryMember(world, identities.find(call.accessKeyId));
    return answer(input, call);
  };
  const list = (name: string, entries: (input: Input) => unknown[]) =>
    guarded((input, call) => {
      refuseBadPageSize(input);
      const { page, ...more } = pageOf(entries(input), input, call, paging);
      return { [name]: page, ...more };
    });

  const existing = <Item extends { id: string }>(items: Item[], id: string, error: string): Item => {
    const found = items.find((item) => item.id === id);
    if (!found) throw new AwsError(error, `You specified ${id}, which does not exist.`);
    return found;
  };
  const accountOf = (input: Input): WorldAccount =>
    existing(world.accounts, idIn(input, 'AccountId', 'account'), 'AccountNotFoundException');
  const parentOf = (input: Input): string =>
    existing(world.units, idIn(input, 'ParentId', 'parent'), 'ParentNotFoundException').id;
  const nodes = (): (WorldAccount | OrganizationalUnit)[] => [...world.accounts, ...world.units];

  return awsJsonBackend({
    // Whoever belongs to the Organization may ask for it.
    DescribeOrganization: (_, call) => {
      refuseOutsider(world, identities.find(call.accessKeyId));
      return { Organization: shapes.organization() };
    },
    DescribeAccount: guarded((input) => ({ Account: shapes.account(accountOf(input)) })),
    DescribeOrganizationalUnit: guarded((input) => {
      const id = idIn(input, 'OrganizationalUnitId', 'unit');
      const unit = existing(world.units, id, 'OrganizationalUnitNotFoundException');
      return { OrganizationalUnit: shapes.unit(unit) };
    }),
    ListRoots: list('Roots', () => world.units.filter(({ parentId }) => !parentId).map(shapes.root)),
    ListAccounts: list('Accounts', () => world.accounts.map(shapes.account)),
    ListAccountsForParent: list('Accounts', (input) => {
      const parent = parentOf(input);
      return world.accounts.filter(({ parentId }) => parentId === parent).map(shapes.account);
    }),
    ListOrganizationalUnitsForParent: list('OrganizationalUnits', (input) => {
      const parent = parentOf(input);
      return world.units.filter(({ parentId }) => parentId === parent).map(shapes.unit);
    }),
    ListParents: list('Parents', (input) => {
      const { parentId = '' } = existing(nodes(), idIn(input, 'ChildId', 'child'), 'ChildNotFoundException');
      return [{ Id: parentId, Type: parentId.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }];
    }),
    ListTagsForResource: list('Tags', (input) => {
      const target = existing(nodes(), idIn(input, 'ResourceId', 'taggable'), 'TargetNotFoundException');
      const tags = 'tags' in target ? target.tags : {};
      return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    }),
    ListAWSServiceAccessForOrganization: list('EnabledServicePrincipals', () =>
      world.trustedServices.map((ServicePrincipal) => ({ ServicePrincipal, DateEnabled: ENABLED_AT })),
    ),
    ListDelegatedAdministrators: list('DelegatedAdministrators', ({ ServicePrincipal }) =>
      world.accounts.filter(({ id }) => isDelegated(world, id, ServicePrincipal)).map(shapes.administrator),
    ),
    ListDelegatedServicesForAccount: list('DelegatedServices', (input) => {
      const { id } = accountOf(input);
      if (!isDelegated(world, id))
        throw new AwsError('AccountNotRegisteredException', 'The account is no delegated administrator.');
      return (world.delegatedAdministrators[id] ?? []).map((ServicePrincipal) => ({
        ServicePrincipal,
        DelegationEnabledDate: ENABLED_AT,
      }));
    }),
  });
}

/** Of the given service, or of any. */
function isDelegated({ delegatedAdministrators }: World, account: string, service?: unknown): boolean {
  const services = delegatedAdministrators[account] ?? [];
  return services.some((principal) => service === undefined || principal === service);
}
