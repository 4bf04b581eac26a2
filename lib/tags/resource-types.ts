import { isLike } from '#lambdas/contracts/tags/policy-scope.ts';
import resourceTypes from '#lib/tags/resource-types.json' with { type: 'json' };

/** Types that AWS Config records, in the order of their names, each with what proves that it records their tags. */
const KNOWN: ReadonlyMap<string, string | undefined> = new Map(
  resourceTypes.map(({ type, tagsProvenBy: proof }) => [type, proof]),
);

/**
 * What most people make and can tag. Left out on purpose, since each change of one costs an evaluation and AWS makes
 * most of them: network interfaces, snapshots.
 */
export const DEFAULT_TYPES: readonly string[] = [
  'AWS::ACM::Certificate',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::CloudFront::Distribution',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Instance',
  'AWS::EC2::NatGateway',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::EC2::Volume',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::ECS::Service',
  'AWS::EFS::FileSystem',
  'AWS::EKS::Cluster',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::Lambda::Function',
  'AWS::OpenSearch::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];

export function isKnownType(type: string): boolean {
  return KNOWN.has(type);
}

/**
 * What proves that the configuration items of a type have its tags: a managed rule of AWS, or an item that was seen.
 * Undefined: nothing does, and what seems to lack tags may have them.
 */
export function tagsProvenBy(type: string): string | undefined {
  return KNOWN.get(type);
}

/** The types that a pattern names; `*` stands for any run of characters. */
export function typesLike(pattern: string): string[] {
  if (!pattern.includes('*')) return isKnownType(pattern) ? [pattern] : [];
  return [...KNOWN.keys()].filter((type) => isLike(type, pattern));
}
