import { Aws, CfnStackSet, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type MemberPart, regionsOfParts } from '#lib/members/member-parts.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import { memberTemplate } from '#lib/members/member-template.ts';
import { memberParts, regionsOfRules, targetsOfRules, whereOf } from '#lib/members/regions-of-members.ts';
import type { OrganizationSettings } from '#lib/organization-settings.ts';
import type { Settings } from '#lib/settings.ts';

export type MembersStackProps = StackProps & { settings: Settings; hubStack: string };

/**
 * The StackSets that carry the member template to every account of the Organization. Not in the hub's stack:
 * a suspended account must not roll the hub back.
 */
export class MembersStack extends Stack {
  constructor(scope: Construct, id: string, { settings, hubStack, ...props }: MembersStackProps) {
    super(scope, id, props);
    const { hub, organization } = settings;
    if (!hub || !organization) throw new Error('Members need an Organization and a hub in the settings');
    const isDelegated = hub.account !== organization.managementAccount;

    const stackSetOf = (part: MemberPart, regions: string[], targets: string[], after: CfnStackSet[] = []) =>
      new CfnStackSet(this, `${part[0]?.toUpperCase()}${part.slice(1)}`, {
        stackSetName: `${hubStack}-${part}`,
        description: `What members get of Reeve (${part})`,
        templateBody: memberTemplate(settings, part, hubStack),
        permissionModel: 'SERVICE_MANAGED',
        callAs: isDelegated ? 'DELEGATED_ADMIN' : 'SELF',
        capabilities: ['CAPABILITY_NAMED_IAM'],
        autoDeployment: {
          enabled: true,
          retainStacksOnAccountRemoval: organization.retainOnLeaving,
          ...(after.length > 0 ? { dependsOn: after.map((one) => arnOf(one, organization)) } : {}),
        },
        managedExecution: { Active: true },
        operationPreferences: {
          regionConcurrencyType: 'PARALLEL',
          concurrencyMode: 'SOFT_FAILURE_TOLERANCE',
          maxConcurrentPercentage: organization.maxConcurrentPercentage,
          failureTolerancePercentage: organization.failureTolerancePercentage,
        },
        stackInstancesGroup: [{ deploymentTargets: { organizationalUnitIds: targets }, regions }],
      });

    // The role that the hub looks things up with is there before the first event is.
    const made: CfnStackSet[] = [];
    for (const { part, regions } of memberParts(settings)) {
      made.push(stackSetOf(part, regions, organization.targets, made.slice(0, 1)));
    }
    const writes = memberShares(settings).some((share) => share.writes.length > 0);
    if (writes && organization.writerTargets.length > 0) {
      stackSetOf(
        'writer',
        regionsOfParts(whereOf(settings)).writer,
        organization.writerTargets,
        made.slice(0, 1),
      );
    }
    const rules = regionsOfRules(settings);
    if (rules.length > 0) {
      // What they find first would be told to nobody, were the rules of the events not there.
      const stackSet = stackSetOf('rules', rules, targetsOfRules(settings), made);
      stackSet.node.addDependency(...made);
    }
  }
}

/** A StackSet belongs to the management account, whoever made it. Its id is `name:uuid`. */
function arnOf(stackSet: CfnStackSet, { managementAccount }: OrganizationSettings): string {
  return `arn:${Aws.PARTITION}:cloudformation:${Aws.REGION}:${managementAccount}:stackset/${stackSet.attrStackSetId}`;
}
