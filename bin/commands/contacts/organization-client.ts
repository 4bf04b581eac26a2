import {
  AccessDeniedException,
  AWSOrganizationsNotInUseException,
  DescribeOrganizationCommand,
  OrganizationsClient,
  paginateListRoots,
} from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { PATIENT } from '#bin/commands/contacts/patient.ts';
import { walkOrganization } from '#bin/commands/walk-organization.ts';

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
  const [accounts, units]: [OrganizationAccount[], string[]] = [[], []];
  for await (const { Roots = [] } of paginateListRoots({ client }, {})) {
    for (const { Id = '' } of Roots) {
      for await (const unit of walkOrganization(client, { id: Id, path: '/' })) {
        units.push(unit.path);
        accounts.push(...unit.accounts.map(({ id, name, state }) => ({ id, name, ou: unit.path, state })));
      }
    }
  }
  return { accounts: accounts.sort((a, b) => a.id.localeCompare(b.id)), units };
}
