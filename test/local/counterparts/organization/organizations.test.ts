import {
  DescribeAccountCommand,
  DescribeOrganizationalUnitCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { unitIdOf } from '#local/counterparts/organization/world-units.ts';
import { anOrganization, type RunningOrganization } from './an-organization.ts';

const HUB = '222233334444';
const MANAGEMENT = '999900001111';
const MEMBER = '111122223333';

let world: World;
let organization: RunningOrganization;
let client: OrganizationsClient;

beforeAll(async () => {
  world = makeWorld();
  organization = await anOrganization({ world });
  client = organization.client(OrganizationsClient);
});
afterAll(() => organization.proxy.close());

describe('accounts', () => {
  it('are described as AWS does', async () => {
    const { Account } = await client.send(new DescribeAccountCommand({ AccountId: MEMBER }));
    expect(Account).toEqual({
      Id: MEMBER,
      Arn: `arn:aws:organizations::${MANAGEMENT}:account/o-a1b2c3d4e5/${MEMBER}`,
      Email: 'aws+payments-prod@example.com',
      Name: 'payments-prod',
      State: 'ACTIVE',
      Status: 'ACTIVE',
      Paths: [`o-a1b2c3d4e5/r-a1b2/${unitIdOf('/prod')}/${MEMBER}/`],
      JoinedMethod: 'CREATED',
      JoinedTimestamp: new Date('2024-02-29T08:30:00.250Z'),
    });
  });

  it.each([
    ['SUSPENDED', 'SUSPENDED'],
    ['PENDING_CLOSURE', 'PENDING_CLOSURE'],
    ['CLOSED', 'SUSPENDED'],
    ['PENDING_ACTIVATION', 'ACTIVE'],
  ] as const)('that are %s have the status %s, which knows fewer words', async (state, status) => {
    const account = world.accounts.find(({ id }) => id === '444455556666');
    Object.assign(account ?? {}, { state });
    const { Account } = await client.send(new DescribeAccountCommand({ AccountId: '444455556666' }));
    expect(Account).toMatchObject({ State: state, Status: status });
  });

  it('have no status where AWS has retired it', async () => {
    const retired = await anOrganization({ world, withoutStatus: true });
    const { Accounts = [] } = await retired.client(OrganizationsClient).send(new ListAccountsCommand());
    expect(Accounts).toHaveLength(world.accounts.length);
    expect(Accounts.filter((account) => 'Status' in account || !account.State)).toEqual([]);
    await retired.proxy.close();
  });
});

describe('the tree', () => {
  const unitsUnder = async (ParentId: string) => {
    const command = new ListOrganizationalUnitsForParentCommand({ ParentId });
    return (await client.send(command)).OrganizationalUnits ?? [];
  };

  it('leads from the root to the accounts of nested units', async () => {
    const { Roots } = await client.send(new ListRootsCommand());
    expect(Roots).toMatchObject([{ Id: 'r-a1b2', Name: 'Root' }]);
    const top = await unitsUnder('r-a1b2');
    expect(top.map(({ Name }) => Name)).toEqual(['dev', 'platform', 'prod', 'suspended']);
    const [eu] = await unitsUnder(unitIdOf('/prod'));
    expect(eu).toMatchObject({
      Name: 'eu',
      Path: `o-a1b2c3d4e5/r-a1b2/${unitIdOf('/prod')}/${unitIdOf('/prod/eu')}/`,
    });
    const { Accounts } = await client.send(new ListAccountsForParentCommand({ ParentId: eu?.Id }));
    expect(Accounts?.map(({ Name }) => Name)).toEqual(['payments-eu']);
  });

  it('leads from an account up to the root', async () => {
    const parentsOf = async (ChildId: string) =>
      (await client.send(new ListParentsCommand({ ChildId }))).Parents;
    expect(await parentsOf(MEMBER)).toEqual([{ Id: unitIdOf('/prod'), Type: 'ORGANIZATIONAL_UNIT' }]);
    expect(await parentsOf(unitIdOf('/prod'))).toEqual([{ Id: 'r-a1b2', Type: 'ROOT' }]);
  });

  it('has the tags of accounts, and none of units', async () => {
    const tagsOf = async (ResourceId: string) =>
      (await client.send(new ListTagsForResourceCommand({ ResourceId }))).Tags;
    expect(await tagsOf(MEMBER)).toEqual([
      { Key: 'stage', Value: 'prod' },
      { Key: 'owner', Value: 'payments' },
    ]);
    expect(await tagsOf(unitIdOf('/prod'))).toEqual([]);
  });
});

describe('what the Organization trusts', () => {
  it('is told with its delegated administrators', async () => {
    const trusted = await client.send(new ListAWSServiceAccessForOrganizationCommand());
    expect(trusted.EnabledServicePrincipals?.map(({ ServicePrincipal }) => ServicePrincipal)).toEqual(
      world.trustedServices,
    );
    const administratorsOf = async (ServicePrincipal?: string) => {
      const command = new ListDelegatedAdministratorsCommand({ ServicePrincipal });
      return (await client.send(command)).DelegatedAdministrators?.map(({ Id }) => Id);
    };
    expect(await administratorsOf()).toEqual([HUB]);
    expect(await administratorsOf('health.amazonaws.com')).toEqual([HUB]);
    expect(await administratorsOf('guardduty.amazonaws.com')).toEqual([]);
    const services = await client.send(new ListDelegatedServicesForAccountCommand({ AccountId: HUB }));
    expect(services.DelegatedServices).toHaveLength(4);
  });

  it('names the management account to every member', async () => {
    const { Organization } = await organization
      .client(OrganizationsClient, MEMBER)
      .send(new DescribeOrganizationCommand());
    expect(Organization).toMatchObject({
      Id: 'o-a1b2c3d4e5',
      MasterAccountId: MANAGEMENT,
      MasterAccountEmail: 'aws+management@example.com',
      FeatureSet: 'ALL',
    });
  });
});

describe('refused is', () => {
  const NOWHERE = 'ou-a1b2-00000000';
  it.each([
    [
      'an unknown account',
      new DescribeAccountCommand({ AccountId: '123456789012' }),
      'AccountNotFoundException',
    ],
    ['an id of another kind', new DescribeAccountCommand({ AccountId: 'r-a1b2' }), 'InvalidInputException'],
    ['an unknown parent', new ListAccountsForParentCommand({ ParentId: NOWHERE }), 'ParentNotFoundException'],
    ['an account as parent', new ListAccountsForParentCommand({ ParentId: MEMBER }), 'InvalidInputException'],
    ['an unknown child', new ListParentsCommand({ ChildId: NOWHERE }), 'ChildNotFoundException'],
    ['the root as child', new ListParentsCommand({ ChildId: 'r-a1b2' }), 'InvalidInputException'],
    ['an unknown target', new ListTagsForResourceCommand({ ResourceId: NOWHERE }), 'TargetNotFoundException'],
    [
      'an unknown unit',
      new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: NOWHERE }),
      'OrganizationalUnitNotFoundException',
    ],
    [
      'the services of an ordinary account',
      new ListDelegatedServicesForAccountCommand({ AccountId: MEMBER }),
      'AccountNotRegisteredException',
    ],
    ['a page of 21', new ListAccountsCommand({ MaxResults: 21 }), 'InvalidInputException'],
    ['a page of none', new ListAccountsCommand({ MaxResults: 0 }), 'InvalidInputException'],
    ['a token of nobody', new ListAccountsCommand({ NextToken: 'MTA' }), 'InvalidInputException'],
  ])('%s', async (_, command, name) => {
    await expect(client.send(command as ListAccountsCommand)).rejects.toMatchObject({ name });
  });

  it('an ordinary member', async () => {
    const member = organization.client(OrganizationsClient, MEMBER);
    await expect(member.send(new ListAccountsCommand())).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it('an account that belongs to no Organization', async () => {
    const stranger = organization.client(OrganizationsClient, '123456789012');
    const name = 'AWSOrganizationsNotInUseException';
    await expect(stranger.send(new DescribeOrganizationCommand())).rejects.toMatchObject({ name });
    await expect(stranger.send(new ListAccountsCommand())).rejects.toMatchObject({ name });
  });
});
