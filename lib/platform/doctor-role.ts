import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { OrganizationSettings } from '#lib/organization-settings.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import {
  COST_READER_ROLE,
  ORGANIZATION_READER_ROLE,
  READER_ROLE,
  roleArn,
  roleNameOf,
} from '#lib/platform/role-names.ts';

/** `hasCostReader`: the management account has the role that reads costs. */
export type DoctorRoleProps = { organization: OrganizationSettings; hasCostReader: boolean };

/**
 * With it `reeve doctor` looks into the other accounts: people of the hub account who may assume it see what
 * the reader roles see, and can change nothing.
 */
export class DoctorRole extends Construct {
  constructor(scope: Construct, id: string, { organization, hasCostReader }: DoctorRoleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      roleName: roleNameOf('doctor'),
      description: 'reeve doctor looks into other accounts with it',
      assumedBy: new AccountRootPrincipal(),
    });
    acknowledgeWildcard(
      role,
      `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`,
      '2026-11-22: the reader role of every member account; each decides by its trust policy.',
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sts:AssumeRole'],
        resources: [
          roleArn('*', READER_ROLE),
          roleArn(organization.managementAccount, ORGANIZATION_READER_ROLE),
          ...(hasCostReader ? [roleArn(organization.managementAccount, COST_READER_ROLE)] : []),
        ],
      }),
    );
  }
}
