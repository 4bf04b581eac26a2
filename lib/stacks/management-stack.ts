import { LegacyStackSynthesizer, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ORGANIZATION_EVENTS } from '#lib/event-patterns.ts';
import { Forwarding } from '#lib/members/forwarding.ts';
import { hubIdentity } from '#lib/members/hub-identity.ts';
import { addMemberRole } from '#lib/members/member-role.ts';
import { ORGANIZATION_READER_ROLE, roleNameOf } from '#lib/platform/role-names.ts';
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

/** What only the management account can give: the names of the accounts, and the news of new ones. */
export class ManagementStack extends Stack {
  constructor(scope: Construct, id: string, { settings, hubStack, ...props }: ManagementStackProps) {
    super(scope, id, { ...props, synthesizer: new LegacyStackSynthesizer() });
    const hub = hubIdentity(settings, hubStack);
    if (settings.accountDirectory) {
      new Forwarding(this, 'Forward', {
        hub,
        events: [
          {
            id: 'Organizations',
            description: 'Accounts that are made, closed, moved or tagged',
            pattern: ORGANIZATION_EVENTS,
          },
        ],
      });
    }
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
  }
}
