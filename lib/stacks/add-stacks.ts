import type { App, Environment } from 'aws-cdk-lib';
import { memberParts } from '#lib/members/regions-of-members.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';
import { HubStack } from '#lib/stacks/hub-stack.ts';
import { ManagementStack } from '#lib/stacks/management-stack.ts';
import { MemberStack } from '#lib/stacks/member-stack.ts';
import { MembersStack } from '#lib/stacks/members-stack.ts';

const HUB = 'ReeveHub';

/**
 * The stacks that the settings ask for. In an Organization: the hub, the StackSets for its members, and for
 * the management account, which StackSets do not reach, ordinary stacks. In a lone account: the hub, and a
 * stack for each Region. Without a hub's Region: the hub alone, for any account and Region.
 */
export function addStacks(app: App, settings: Settings): void {
  const { hub, organization } = settings;
  const hubStack = new HubStack(app, HUB, {
    settings,
    ...(hub ? { env: environment(hub.account, hub.region) } : {}),
    description: 'Reeve: AWS governance for an Organization',
  });
  if (!hub) return;

  if (organization) {
    const members = new MembersStack(app, 'ReeveMembers', {
      settings,
      hubStack: HUB,
      env: environment(hub.account, hub.region),
      description: 'Reeve: what the accounts of the Organization get of it',
    });
    members.addStackDependency(hubStack);
    new ManagementStack(app, 'ReeveManagement', {
      settings,
      hubStack: HUB,
      env: environment(organization.managementAccount, globalRegionOf(hub.region)),
      description: 'Reeve: what it reads of the Organization',
    });
  }
  for (const { part, regions } of memberParts(settings)) {
    for (const region of regions) {
      const member = new MemberStack(app, `ReeveMember-${region}`, {
        settings,
        part,
        hubStack: HUB,
        env: environment(organization?.managementAccount ?? hub.account, region),
        description: 'Reeve: what an account gets of it in a Region',
      });
      // Elsewhere it is deployed with other credentials, at another time.
      if (!organization) member.addStackDependency(hubStack);
    }
  }
}

function environment(account: string | undefined, region: string): Environment {
  return { region, ...(account ? { account } : {}) };
}
