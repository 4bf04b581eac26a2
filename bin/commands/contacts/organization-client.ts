import {
  AccessDeniedException,
  AWSOrganizationsNotInUseException,
  DescribeOrganizationCommand,
  OrganizationsClient,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
} from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { PATIENT } from '#bin/commands/contacts/patient.ts';

export type OrganizationAccount = { id: string; name: string; ou: string; state: string };

/** Who asks, and who owns the Organization. */
export type Standing = { caller: string; managementAccount: string };

export type Organization = Standing & {
  /** By their ids. */
  accounts: OrganizationAccount[];
  /** The paths of all organizational units; the root is `/`. */
  units: string[];
};

/** The accounts and their places, as the management account or a delegated administrator sees them; a lone account sees itself. */
export async function readOrganization(): Promise<Organization> {
  const client = new OrganizationsClient(PATIENT);
  const { Account: caller = '' } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
  try {
    const { Organization } = await client.send(new DescribeOrganizationCommand({}));
    return { caller, managementAccount: Organization?.MasterAccountId ?? '', ...(await readTree(client)) };
  } catch (error) {
    if (error instanceof AWSOrganizationsNotInUseException) {
      const itself = { id: caller, name: '', ou: '/', state: 'ACTIVE' };
      return { caller, managementAccount: caller, accounts: [itself], units: ['/'] };
    }
    if (!(error instanceof AccessDeniedException)) throw error;
    throw new Failure(
      `The accounts of the Organization are shown to its management account and its delegated administrators, and not to ${caller}: ${error.message}`,
      { cause: error },
    );
  }
}

async function readTree(client: OrganizationsClient): Promise<Pick<Organization, 'accounts' | 'units'>> {
  const units: { id: string; path: string }[] = [];
  for await (const { Roots = [] } of paginateListRoots({ client }, {})) {
    units.push(...Roots.map(({ Id = '' }) => ({ id: Id, path: '/' })));
  }
  const accounts: OrganizationAccount[] = [];
  // Grows while it is walked.
  for (const { id: ParentId, path } of units) {
    for await (const { Accounts = [] } of paginateListAccountsForParent({ client }, { ParentId })) {
      for (const { Id = '', Name = '', State, Status } of Accounts) {
        // State took the place of Status in September 2026.
        accounts.push({ id: Id, name: Name, ou: path, state: State ?? Status ?? 'UNKNOWN' });
      }
    }
    const below = path === '/' ? '' : path;
    const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId });
    for await (const { OrganizationalUnits = [] } of pages) {
      units.push(...OrganizationalUnits.map(({ Id = '', Name }) => ({ id: Id, path: `${below}/${Name}` })));
    }
  }
  return {
    accounts: accounts.sort((a, b) => a.id.localeCompare(b.id)),
    units: units.map(({ path }) => path),
  };
}
