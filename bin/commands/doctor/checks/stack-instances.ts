import {
  CloudFormationClient,
  paginateListStackInstances,
  type StackInstanceSummary,
  StackSetNotFoundException,
} from '@aws-sdk/client-cloudformation';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Check } from '#bin/commands/doctor/check.ts';
import { ACCOUNT_ACTIONS, askWatchedAccounts } from '#bin/commands/doctor/facts/watched-accounts.ts';
import { judgeStackInstances, type StackInstance } from '#bin/commands/doctor/judge-stack-instances.ts';
import { sendOutCommand } from '#bin/commands/doctor/send-out-command.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';
import { memberParts, regionsOfRules, targetsOfRules } from '#lib/members/regions-of-members.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';

/** Every member has of Reeve what the StackSets say. */
export const stackInstances: Check = {
  name: 'stack-instances',
  area: 'Members',
  about: 'The StackSets have reached every account and Region, and are current there',
  asks: 'the hub account',
  actions: ['cloudformation:ListStackInstances', ...ACCOUNT_ACTIONS],
  skip: unlessOrganization,
  async *run(context) {
    const { client, settings, stack, hubAccount, homeRegion, facts } = context;
    const { organization } = settings;
    if (!organization) return;
    const cloudFormation = await client(CloudFormationClient, 'hub');
    const organizations = () => client(OrganizationsClient, 'management', globalRegionOf(homeRegion));
    const isDelegated = hubAccount !== organization.managementAccount;
    for (const { part, regions, targets } of stackSetsOf(settings, organization.targets)) {
      const name = `${stack}-${part}`;
      const instances = await askInstances(cloudFormation, name, isDelegated);
      if (instances === 'not delegated') {
        yield { verdict: 'skipped', text: 'The hub account is no delegated administrator yet' };
        return;
      }
      const accounts =
        targets === organization.targets
          ? await facts.accounts()
          : await askWatchedAccounts(await organizations(), targets);
      const members = accounts.map(({ id }) => id).filter((id) => id !== organization.managementAccount);
      const wanted = { ...organization, targets };
      const sendOut = sendOutCommand({ name, regions, organization: wanted, isDelegated, homeRegion });
      yield* judgeStackInstances(name, { instances, members, regions, sendOut });
    }
  },
};

/** The writer's StackSet is there only where a capability writes, and tells of itself there. */
function stackSetsOf(settings: Settings, targets: string[]) {
  const ofRules = { part: 'rules', regions: regionsOfRules(settings), targets: targetsOfRules(settings) };
  const all = [...memberParts(settings).map((part) => ({ ...part, targets })), ofRules];
  return all.filter(({ regions }) => regions.length > 0);
}

/** CloudFormation has no error of its own for it. */
const NOT_DELEGATED = /not a delegated admin/i;

async function askInstances(
  client: CloudFormationClient,
  name: string,
  isDelegated: boolean,
): Promise<StackInstance[] | 'not delegated' | undefined> {
  const instances: StackInstance[] = [];
  const request = {
    StackSetName: name,
    CallAs: isDelegated ? ('DELEGATED_ADMIN' as const) : ('SELF' as const),
  };
  try {
    for await (const { Summaries = [] } of paginateListStackInstances({ client }, request)) {
      instances.push(...Summaries.map(toInstance));
    }
  } catch (error) {
    if (error instanceof StackSetNotFoundException) return undefined;
    if (error instanceof Error && NOT_DELEGATED.test(error.message)) return 'not delegated';
    throw error;
  }
  return instances;
}

function toInstance(summary: StackInstanceSummary): StackInstance {
  const { Account = '', Region = '', Status = '', StackInstanceStatus, StatusReason } = summary;
  return {
    account: Account,
    region: Region,
    status: Status,
    detailedStatus: StackInstanceStatus?.DetailedStatus ?? '',
    reason: StatusReason ?? '',
  };
}
