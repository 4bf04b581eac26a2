import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
  type OrganizationsClient,
  type Tag,
} from '@aws-sdk/client-organizations';

export type MotoOrganization = { unit: string; accounts: { id: string; name: string }[] };

/** Makes an Organization whose accounts are in one organizational unit, `/prod/eu`. */
export async function makeOrganization(
  client: OrganizationsClient,
  names: string[],
): Promise<MotoOrganization> {
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
  const rootId = root?.Id ?? '';
  const prod = await makeUnit(client, rootId, 'prod');
  const unit = await makeUnit(client, prod, 'eu');
  const accounts = [];
  for (const name of names) {
    const id = await makeAccount(client, name, [{ Key: 'owner', Value: name }]);
    const move = { AccountId: id, SourceParentId: rootId, DestinationParentId: unit };
    await client.send(new MoveAccountCommand(move));
    accounts.push({ id, name });
  }
  return { unit, accounts };
}

async function makeUnit(client: OrganizationsClient, ParentId: string, Name: string): Promise<string> {
  const { OrganizationalUnit } = await client.send(new CreateOrganizationalUnitCommand({ ParentId, Name }));
  return OrganizationalUnit?.Id ?? '';
}

async function makeAccount(client: OrganizationsClient, name: string, Tags: Tag[]): Promise<string> {
  const request = { AccountName: name, Email: `${name}@example.org`, Tags };
  const { CreateAccountStatus } = await client.send(new CreateAccountCommand(request));
  return CreateAccountStatus?.AccountId ?? '';
}
