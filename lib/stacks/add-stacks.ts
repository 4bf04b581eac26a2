import type { App, Environment } from 'aws-cdk-lib';
import { regionsOfParts } from '#lib/members/member-parts.ts';
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
  const { hub, organization, regions } = settings;
  new HubStack(app, HUB, {
    settings,
    ...(hub ? { env: environment(hub.account, hub.region) } : {}),
    description: 'Reeve: AWS governance for an Organization',
  });
  if (!hub) return;

  const where = { hubRegion: hub.region, regions };
  if (organization) {
    new MembersStack(app, 'ReeveMembers', {
      settings,
      hubStack: HUB,
      env: environment(hub.account, hub.region),
      description: 'Reeve: what the accounts of the Organization get of it',
    });
    new ManagementStack(app, 'ReeveManagement', {
      settings,
      hubStack: HUB,
      env: environment(organization.managementAccount, globalRegionOf(hub.region)),
      description: 'Reeve: what it reads of the Organization',
    });
  }
  const regionsOf = regionsOfParts(where);
  for (const part of ['global', 'regional', 'backup'] as const) {
    for (const region of regionsOf[part]) {
      new MemberStack(app, `ReeveMember-${region}`, {
        settings,
        part,
        hubStack: HUB,
        env: environment(organization?.managementAccount ?? hub.account, region),
        description: 'Reeve: what an account gets of it in a Region',
      });
    }
  }
}

function environment(account: string | undefined, region: string): Environment {
  return { region, ...(account ? { account } : {}) };
}
