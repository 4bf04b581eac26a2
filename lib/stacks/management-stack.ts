import { LegacyStackSynthesizer, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { costActions } from '#lib/costs/cost-actions.ts';
import { hasCostReader } from '#lib/costs/cost-settings.ts';
import { Forwarding } from '#lib/members/forwarding.ts';
import { hubIdentity } from '#lib/members/hub-identity.ts';
import { managementEvents } from '#lib/members/management-events.ts';
import { addMemberRole } from '#lib/members/member-role.ts';
import { COST_READER_ROLE, ORGANIZATION_READER_ROLE, roleNameOf } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';

export type ManagementStackProps = StackProps & { settings: Settings; hubStack: string };

/** What `account-directory` and `reeve doctor` ask the management account. */
const ORGANIZATION_READS = [
  'organizations:DescribeOrganization',
  'organizations:DescribeAccount',
  'organizations:ListRoots',
  'organizations:ListAccountsForParent',
  'organizations:ListOrganizationalUnitsForParent',
  'organizations:ListParents',
  'organizations:DescribeOrganizationalUnit',
  'organizations:ListTagsForResource',
  'organizations:ListAWSServiceAccessForOrganization',
  'organizations:ListDelegatedAdministrators',
  'account:GetAlternateContact',
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetTrailStatus',
  'cloudtrail:GetEventSelectors',
  'cloudformation:DescribeOrganizationsAccess',
  'health:DescribeHealthServiceStatusForOrganization',
  // The only question that tells whether Cost Explorer is enabled.
  'ce:GetCostAndUsage',
  'ce:ListCostAllocationTags',
];

/** What only the management account can give: names and news of the accounts, and their costs. */
export class ManagementStack extends Stack {
  constructor(scope: Construct, id: string, { settings, hubStack, ...props }: ManagementStackProps) {
    super(scope, id, { ...props, synthesizer: new LegacyStackSynthesizer() });
    const hub = hubIdentity(settings, hubStack);
    const events = managementEvents(settings);
    if (events.length > 0) new Forwarding(this, 'Forward', { hub, events });
    addMemberRole(this, 'OrganizationReader', {
      roleName: ORGANIZATION_READER_ROLE,
      description: 'What Reeve reads of the Organization',
      actions: ORGANIZATION_READS,
      hub,
      trusted: [
        ...(settings.accountDirectory ? [roleNameOf('account-directory')] : []),
        roleNameOf('doctor'),
      ],
    });
    if (hasCostReader(settings)) {
      addMemberRole(this, 'CostReader', {
        roleName: COST_READER_ROLE,
        description: 'Costs that Reeve reports',
        ...costActions(),
        hub,
        trusted: [roleNameOf('cost-reports'), roleNameOf('doctor')],
      });
    }
  }
}
