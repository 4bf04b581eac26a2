import {
  ListAccountsForParentCommand,
  OrganizationsClient,
  ParentNotFoundException,
  paginateListParents,
} from '@aws-sdk/client-organizations';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';
import { globalRegionOf } from '#lib/regions.ts';

/** The targets are there, and the hub's own account is below one of them. */
export const targets: Check = {
  name: 'targets',
  area: 'Organization',
  about: 'The targets of the StackSets exist, and the hub account is below one of them',
  asks: 'the management account',
  actions: ['organizations:ListParents', 'organizations:ListAccountsForParent'],
  skip: unlessOrganization,
  async run({ client, settings, hubAccount, homeRegion }) {
    const { organization } = settings;
    if (!organization) return [];
    const organizations = await client(OrganizationsClient, 'management', globalRegionOf(homeRegion));
    const [missing, above] = await Promise.all([
      askMissing(organizations, [...organization.targets, ...organization.writerTargets]),
      askAncestors(organizations, hubAccount),
    ]);
    const isMember = hubAccount !== organization.managementAccount;
    return judgeTargets({ targets: organization.targets, missing, above: isMember ? above : undefined });
  },
};

/** `above`: the units that the hub account is below, unless StackSets do not reach it anyway. */
export type Targets = { targets: string[]; missing: string[]; above: string[] | undefined };

export function judgeTargets({ targets: wanted, missing, above }: Targets): Observed[] {
  const wrong = missing.map(
    (id): Observed => ({
      verdict: 'failed',
      text: `There is no ${id} in the Organization`,
      mend: 'Write an id of "aws organizations list-organizational-units-for-parent" in organization.targets, or the root\'s',
    }),
  );
  if (above && !wanted.some((id) => above.includes(id))) {
    wrong.push({
      verdict: 'failed',
      text: 'The hub account is below none of the targets: what it alone forwards, such as public Health events, is lost',
      mend: `Write ${above.join(' or ')} in organization.targets, then npx cdk deploy ReeveMembers`,
    });
  }
  return wrong.length > 0 ? wrong : [{ verdict: 'ok', text: `The targets are there: ${wanted.join(', ')}` }];
}

async function askMissing(client: OrganizationsClient, ids: string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    try {
      await client.send(new ListAccountsForParentCommand({ ParentId: id, MaxResults: 1 }));
    } catch (error) {
      if (!(error instanceof ParentNotFoundException)) throw error;
      missing.push(id);
    }
  }
  return missing;
}

/** The nearest first, the root last. */
async function askAncestors(client: OrganizationsClient, account: string): Promise<string[]> {
  const above: string[] = [];
  for (let child: string | undefined = account; child !== undefined; ) {
    let parent: string | undefined;
    for await (const { Parents = [] } of paginateListParents({ client }, { ChildId: child }))
      parent ??= Parents[0]?.Id;
    if (parent !== undefined) above.push(parent);
    child = parent?.startsWith('ou-') ? parent : undefined;
  }
  return above;
}
