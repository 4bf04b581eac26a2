import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  OrganizationsClient,
  paginateListAWSServiceAccessForOrganization,
} from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { awsClients } from '#bin/commands/doctor/aws-clients.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import { openPasses } from '#bin/commands/doctor/credentials.ts';
import { askDirectory } from '#bin/commands/doctor/facts/directory.ts';
import { askHubStack, findResource } from '#bin/commands/doctor/facts/hub-stack.ts';
import { once } from '#bin/commands/doctor/facts/once.ts';
import { askWatchedAccounts, type WatchedAccount } from '#bin/commands/doctor/facts/watched-accounts.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';

type Given = Pick<Context, 'settings' | 'stack' | 'now' | 'sendsTests' | 'progress'>;

/** Finds out who asks, and opens what the checks stand on. Nothing is asked before a check needs it. */
export async function openContext(given: Given): Promise<Context> {
  const { settings, stack } = given;
  const sts = new STSClient(settings.hub ? { region: settings.hub.region } : {});
  const [identity, homeRegion] = await Promise.all([
    sts.send(new GetCallerIdentityCommand({})),
    sts.config.region(),
  ]);
  const me = { account: identity.Account ?? '', arn: identity.Arn ?? '' };
  const hubAccount = settings.hub?.account ?? me.account;
  const managementAccount = settings.organization?.managementAccount;
  const passFor = openPasses({ me, stack, hubAccount, managementAccount, homeRegion });
  const client = awsClients(passFor, homeRegion);
  const organizations = () => client(OrganizationsClient, 'management', globalRegionOf(homeRegion));

  return {
    ...given,
    me,
    hubAccount,
    homeRegion,
    client,
    facts: {
      accounts: once(async () => {
        given.progress('Listing the accounts …');
        return withOwn(settings, hubAccount, organizations);
      }),
      trustedServices: once(async () => askTrustedServices(await organizations())),
      hubStack: once(async () => askHubStack(await client(CloudFormationClient, 'hub'), stack)),
      directory: once(async () => {
        const cloudFormation = await client(CloudFormationClient, 'hub');
        const table = await findResource(cloudFormation, stack, 'AWS::DynamoDB::Table', 'Directory');
        if (table === undefined) return { accounts: [], heartbeats: [], awaitedSince: {} };
        return askDirectory(await client(DynamoDBClient, 'hub'), table);
      }),
    },
  };
}

/** StackSets never reach the management account: stacks of its own do, whatever the targets are. */
async function withOwn(
  { organization }: Settings,
  hubAccount: string,
  organizations: () => Promise<OrganizationsClient>,
): Promise<WatchedAccount[]> {
  const own = (id: string, name: string): WatchedAccount => ({ id, name, joinedAt: new Date(0) });
  if (!organization) return [own(hubAccount, 'hub')];
  const { managementAccount, targets } = organization;
  const found = await askWatchedAccounts(await organizations(), targets);
  const isFound = found.some(({ id }) => id === managementAccount);
  return isFound ? found : [own(managementAccount, 'management'), ...found];
}

async function askTrustedServices(client: OrganizationsClient): Promise<string[]> {
  const services: string[] = [];
  const pages = paginateListAWSServiceAccessForOrganization({ client }, {});
  for await (const { EnabledServicePrincipals = [] } of pages) {
    services.push(...EnabledServicePrincipals.map(({ ServicePrincipal = '' }) => ServicePrincipal));
  }
  return services;
}
