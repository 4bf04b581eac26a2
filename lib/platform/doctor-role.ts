import { Validations } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { OrganizationSettings } from '#lib/organization-settings.ts';
import { ORGANIZATION_READER_ROLE, READER_ROLE, roleArn, roleNameOf } from '#lib/platform/role-names.ts';

/**
 * With it `reeve doctor` looks into the other accounts: people of the hub account who may assume it see what
 * the reader roles see, and can change nothing.
 */
export class DoctorRole extends Construct {
  constructor(scope: Construct, id: string, { organization }: { organization: OrganizationSettings }) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      roleName: roleNameOf('doctor'),
      description: 'reeve doctor looks into other accounts with it',
      assumedBy: new AccountRootPrincipal(),
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::*:role/${READER_ROLE}]`,
      reason: '2026-11-22: the reader role of every member account; each decides by its trust policy.',
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sts:AssumeRole'],
        resources: [
          roleArn('*', READER_ROLE),
          roleArn(organization.managementAccount, ORGANIZATION_READER_ROLE),
        ],
      }),
    );
  }
}
