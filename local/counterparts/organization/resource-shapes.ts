import { uuidOf } from './stack-id.ts';
import type { WorldResource } from './world-resources.ts';

/** What is to be in an account; its id and ARN follow from the rest. */
export type ResourcePlan = Pick<WorldResource, 'account' | 'region' | 'type'> &
  Partial<WorldResource> & { name: string };

type Place = Pick<WorldResource, 'account' | 'region'>;
type Shape = (place: Place, name: string, hex: string) => Pick<WorldResource, 'id' | 'arn'>;

/** EC2's, by random ids; people see the tag `Name` only. */
const ec2 =
  (prefix: string, path: string): Shape =>
  ({ account, region }, _name, hex) => {
    const id = `${prefix}-0${hex.slice(0, 16)}`;
    return { id, arn: `arn:aws:ec2:${region}:${account}:${path}/${id}` };
  };
/** Those whose id is their name. */
const byName =
  (service: string, path: string): Shape =>
  ({ account, region }, name) => ({
    id: name,
    arn: `arn:aws:${service}:${region}:${account}:${path}${name}`,
  });
/** Those whose id is their ARN. */
const byArn =
  (service: string, path: (name: string, hex: string) => string): Shape =>
  ({ account, region }, name, hex) => {
    const arn = `arn:aws:${service}:${region}:${account}:${path(name, hex)}`;
    return { id: arn, arn };
  };
/** RDS's, by an id that stands nowhere in the ARN. */
const rds =
  (prefix: string, path: string): Shape =>
  ({ account, region }, name, hex) => ({
    id: `${prefix}-${hex.slice(0, 26).toUpperCase()}`,
    arn: `arn:aws:rds:${region}:${account}:${path}:${name}`,
  });

const SHAPES: Record<string, Shape> = {
  'AWS::CloudFront::Distribution': ({ account }, _name, hex) => {
    const id = `E${hex.slice(0, 13).toUpperCase()}`;
    return { id, arn: `arn:aws:cloudfront::${account}:distribution/${id}` };
  },
  'AWS::CloudWatch::Alarm': byName('cloudwatch', 'alarm:'),
  'AWS::DynamoDB::Table': byName('dynamodb', 'table/'),
  'AWS::EC2::Instance': ec2('i', 'instance'),
  'AWS::EC2::NatGateway': ec2('nat', 'natgateway'),
  'AWS::EC2::NetworkInterface': ec2('eni', 'network-interface'),
  'AWS::EC2::SecurityGroup': ec2('sg', 'security-group'),
  'AWS::EC2::Subnet': ec2('subnet', 'subnet'),
  'AWS::EC2::VPC': ec2('vpc', 'vpc'),
  'AWS::EC2::Volume': ec2('vol', 'volume'),
  'AWS::ECS::Cluster': byArn('ecs', (name) => `cluster/${name}`),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': byArn(
    'elasticloadbalancing',
    (name, hex) => `loadbalancer/app/${name}/${hex.slice(0, 16)}`,
  ),
  'AWS::IAM::Role': ({ account }, name, hex) => ({
    id: `AROA${hex.slice(0, 17).toUpperCase()}`,
    arn: `arn:aws:iam::${account}:role/${name}`,
  }),
  'AWS::KMS::Key': ({ account, region }, _name, hex) => {
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { id, arn: `arn:aws:kms:${region}:${account}:key/${id}` };
  },
  'AWS::Kinesis::Stream': byName('kinesis', 'stream/'),
  'AWS::Lambda::Function': byName('lambda', 'function:'),
  'AWS::Logs::LogGroup': byName('logs', 'log-group:'),
  'AWS::RDS::DBCluster': rds('cluster', 'cluster'),
  'AWS::RDS::DBInstance': rds('db', 'db'),
  'AWS::S3::Bucket': (_place, name) => ({ id: name, arn: `arn:aws:s3:::${name}` }),
  'AWS::SNS::Topic': byArn('sns', (name) => name),
  'AWS::SQS::Queue': ({ account, region }, name) => ({
    id: `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    arn: `arn:aws:sqs:${region}:${account}:${name}`,
  }),
  'AWS::SecretsManager::Secret': byArn('secretsmanager', (name, hex) => `secret:${name}-${hex.slice(0, 6)}`),
};

/** A resource in the words of its service, the same for the same plan. Whatever the plan says itself holds. */
export function toResource(plan: ResourcePlan): Omit<WorldResource, 'changedAt'> {
  const { account, region, type, name } = plan;
  const shape = SHAPES[type];
  if (!shape) throw new Error(`${type} has no shape yet: add it to resource-shapes.ts`);
  const hex = uuidOf([account, region, type, name].join('/')).replaceAll('-', '');
  return { ...shape(plan, name, hex), tags: {}, ...plan };
}
