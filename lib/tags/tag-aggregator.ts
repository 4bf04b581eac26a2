import { Stack } from 'aws-cdk-lib';
import { CfnConfigurationAggregator } from 'aws-cdk-lib/aws-config';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { tagAggregatorName } from '#lib/tags/tag-aggregator-name.ts';

/** What AWS's own role for it may do. */
const ORGANIZATION_READS = [
  'organizations:DescribeOrganization',
  'organizations:ListAWSServiceAccessForOrganization',
  'organizations:ListAccounts',
  'organizations:ListDelegatedAdministrators',
];

export type TagAggregatorProps = {
  /** Gathers from all accounts of the Organization; else from this one. */
  isOrganization: boolean;
};

/** What AWS Config knows of all accounts and Regions, in one place. It costs nothing by itself. */
export class TagAggregator extends Construct {
  readonly aggregatorName: string;
  readonly aggregatorArn: string;

  constructor(scope: Construct, id: string, { isOrganization }: TagAggregatorProps) {
    super(scope, id);
    const { stackName, account } = Stack.of(this);
    this.aggregatorName = tagAggregatorName(undefined, stackName);
    const aggregator = new CfnConfigurationAggregator(this, 'Aggregator', {
      configurationAggregatorName: this.aggregatorName,
      ...(isOrganization
        ? {
            organizationAggregationSource: { roleArn: this.organizationRole().roleArn, allAwsRegions: true },
          }
        : { accountAggregationSources: [{ accountIds: [account], allAwsRegions: true }] }),
    });
    this.aggregatorArn = aggregator.attrConfigurationAggregatorArn;
  }

  private organizationRole(): Role {
    const read = new PolicyStatement({ actions: ORGANIZATION_READS, resources: ['*'] });
    const role = new Role(this, 'Role', {
      description: 'AWS Config lists the accounts with it that it gathers from',
      assumedBy: new ServicePrincipal('config.amazonaws.com'),
      inlinePolicies: { Read: new PolicyDocument({ statements: [read] }) },
    });
    acknowledgeWildcard(role, '*', '2026-11-22: named actions that list; AWS defines no narrower resource.');
    return role;
  }
}
