import type { Compliance } from './compliance.ts';

/** What AWS's rule looks at; https://docs.aws.amazon.com/config/latest/developerguide/required-tags.html */
const TYPES: ReadonlySet<string> = new Set([
  'AWS::ACM::Certificate',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::CloudFormation::Stack',
  'AWS::CodeBuild::Project',
  'AWS::DynamoDB::Table',
  'AWS::EC2::CustomerGateway',
  'AWS::EC2::Instance',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NetworkAcl',
  'AWS::EC2::NetworkInterface',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::EC2::VPNConnection',
  'AWS::EC2::VPNGateway',
  'AWS::EC2::Volume',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBSecurityGroup',
  'AWS::RDS::DBSnapshot',
  'AWS::RDS::DBSubnetGroup',
  'AWS::RDS::EventSubscription',
  'AWS::Redshift::Cluster',
  'AWS::Redshift::ClusterParameterGroup',
  'AWS::Redshift::ClusterSecurityGroup',
  'AWS::Redshift::ClusterSnapshot',
  'AWS::Redshift::ClusterSubnetGroup',
  'AWS::S3::Bucket',
]);
const USUAL_KEY = 'CostCenter';

/** What REQUIRED_TAGS finds: all keys are there as they are written, each with one of its values where some are named. */
export function requiredTagsVerdict(
  parameters: Record<string, string>,
  { type, tags }: { type: string; tags: Readonly<Record<string, string>> },
): Compliance {
  if (!TYPES.has(type)) return 'NOT_APPLICABLE';
  const { tag1Key = USUAL_KEY } = parameters;
  const isGood = [1, 2, 3, 4, 5, 6].every((number) => {
    const key = number === 1 ? tag1Key : parameters[`tag${number}Key`];
    if (key === undefined) return true;
    const values = parameters[`tag${number}Value`]?.split(',');
    return Object.hasOwn(tags, key) && (values?.includes(tags[key] ?? '') ?? true);
  });
  return isGood ? 'COMPLIANT' : 'NON_COMPLIANT';
}
