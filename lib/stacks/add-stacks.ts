import { Annotations, type App, type Environment } from 'aws-cdk-lib';
import type { MemberPart } from '#lib/members/member-parts.ts';
import { memberParts, regionsOfOwnRules, regionsOfRules } from '#lib/members/regions-of-members.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';
import { HubStack } from '#lib/stacks/hub-stack.ts';
import { ManagementStack } from '#lib/stacks/management-stack.ts';
import { MemberStack } from '#lib/stacks/member-stack.ts';
import { MembersStack } from '#lib/stacks/members-stack.ts';
import { warningsOfRules } from '#lib/tags/to-config-rules.ts';

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
  const warnings = settings.tags ? warningsOfRules(settings.tags, regionsOfRules(settings)) : [];
  for (const [index, warning] of warnings.entries()) {
    Annotations.of(hubStack).addWarningV2(`reeve:tags-${index + 1}`, warning);
  }
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
  const memberOf = (part: MemberPart, id: string, region: string, description: string) => {
    const member = new MemberStack(app, id, {
      settings,
      part,
      hubStack: HUB,
      env: environment(organization?.managementAccount ?? hub.account, region),
      description,
    });
    // Elsewhere it is deployed with other credentials, at another time.
    if (!organization) member.addStackDependency(hubStack);
    return member;
  };
  const members = new Map<string, MemberStack>();
  for (const { part, regions } of memberParts(settings)) {
    for (const region of regions) {
      const description = 'Reeve: what an account gets of it in a Region';
      members.set(region, memberOf(part, `ReeveMember-${region}`, region, description));
    }
  }
  // Stacks of their own, after all others: AWS refuses rules where no recorder is, and that must stop nothing else.
  for (const region of regionsOfOwnRules(settings)) {
    const description = 'Reeve: the Config rules that check tags in a Region';
    const rules = memberOf('rules', `ReeveMember-rules-${region}`, region, description);
    const events = members.get(region);
    if (events) rules.addStackDependency(events);
  }
}

function environment(account: string | undefined, region: string): Environment {
  return { region, ...(account ? { account } : {}) };
}
