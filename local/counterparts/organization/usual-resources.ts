import { toResource } from './resource-shapes.ts';
import { stackId } from './stack-id.ts';
import type { WorldAccount } from './world.ts';
import type { WorldResource } from './world-resources.ts';

const CREATED = Date.parse('2026-10-05T09:30:00Z');
const GOOD = { CostCenter: 'CC-1001', Environment: 'prod', Owner: 'payments' };

type Thing = [type: string, name: string, more?: Partial<WorldResource>];

/** What two accounts hold in the home Region and one in another: as in life, some of it without its tags. */
export function usualResources(
  accounts: WorldAccount[],
  { central, regions }: { central: string[]; regions: string[] },
): WorldResource[] {
  const active = accounts.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
  const [first = '', second = first] = [...active.filter((id) => !central.includes(id)), ...active];
  const [home = '', abroad = home] = regions;
  return [
    ...[first, second].flatMap((account) => inPlace(account, home, bornWith(account))),
    ...inPlace(first, home, paymentsAtHome(first, home)),
    ...inPlace(first, abroad, PAYMENTS_ABROAD),
    ...inPlace(second, home, SHOP),
  ];
}

function inPlace(account: string, region: string, things: Thing[]): WorldResource[] {
  return things.map(([type, name, more]) => {
    const resource = toResource({ account, region, type, name, createdAt: CREATED, ...more });
    return { ...resource, changedAt: resource.createdAt ?? CREATED };
  });
}

/** What AWS makes in every account, which nobody could have tagged. */
function bornWith(account: string): Thing[] {
  const noDate = { createdAt: undefined };
  return [
    ['AWS::EC2::VPC', 'default-vpc', { ...noDate, configuration: { isDefault: true } }],
    ['AWS::EC2::Subnet', 'default-subnet', { ...noDate, configuration: { defaultForAz: true } }],
    ['AWS::EC2::SecurityGroup', 'default', { ...noDate, configuration: { groupName: 'default' } }],
    ['AWS::KMS::Key', 'aws/ebs', { configuration: { keyManager: 'AWS' } }],
    ['AWS::EC2::NetworkInterface', 'lambda-interface', { configuration: { requesterManaged: true } }],
    [
      'AWS::IAM::Role',
      'AWSServiceRoleForECS',
      {
        arn: `arn:aws:iam::${account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
        configuration: { path: '/aws-service-role/ecs.amazonaws.com/' },
        isGlobal: true,
      },
    ],
  ];
}

function paymentsAtHome(account: string, region: string): Thing[] {
  const stackTags = (logicalId: string) => ({
    'aws:cloudformation:stack-name': 'ledger',
    'aws:cloudformation:stack-id': stackId(account, region, 'ledger'),
    'aws:cloudformation:logical-id': logicalId,
  });
  return [
    ['AWS::EC2::Volume', 'statements-data', { tags: { ...GOOD, Name: 'statements-data' } }],
    ['AWS::EC2::Instance', 'statements-1', { tags: { ...GOOD, Name: 'statements-1' } }],
    ['AWS::EC2::Instance', 'statements-2', { tags: { Name: 'statements-2', owner: 'payments' } }],
    ['AWS::S3::Bucket', `payments-exports-${account}`, { tags: GOOD }],
    ['AWS::S3::Bucket', `payments-scratch-${account}`],
    ['AWS::RDS::DBInstance', 'bookings', { tags: { ...GOOD, Owner: '  ' } }],
    ['AWS::RDS::DBCluster', 'bookings-cluster', { tags: { ...GOOD, Owner: '' } }],
    ['AWS::Lambda::Function', 'ledger-import', { tags: { ...GOOD, ...stackTags('Import') } }],
    ['AWS::DynamoDB::Table', 'ledger-entries', { tags: stackTags('Entries') }],
    ['AWS::SQS::Queue', 'ledger-inbox', { tags: stackTags('Inbox') }],
    ['AWS::SNS::Topic', 'ledger-news', { tags: stackTags('News') }],
    ['AWS::CloudWatch::Alarm', 'ledger-lag', { tags: GOOD, hasUnrecordedTags: true }],
    ['AWS::SecretsManager::Secret', 'ledger/database', { tags: GOOD }],
  ];
}

const PAYMENTS_ABROAD: Thing[] = [
  ['AWS::ECS::Cluster', 'payments', { tags: GOOD }],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'checkout', { tags: { ...GOOD, Environment: 'production' } }],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'booking', { tags: { Environment: 'prod' } }],
  ['AWS::Kinesis::Stream', 'checkout-clicks', { tags: GOOD }],
  ['AWS::S3::Bucket', 'payments-checkout-assets', { tags: GOOD }],
  ['AWS::Logs::LogGroup', '/ecs/checkout', { wasTagged: true }],
];

const SHOP: Thing[] = [
  ['AWS::EC2::VPC', 'shop', { tags: { ...GOOD, Owner: 'shop', Environment: 'dev', Name: 'shop' } }],
  [
    'AWS::EC2::SecurityGroup',
    'shop-web',
    { tags: { Owner: 'shop' }, configuration: { groupName: 'shop-web' } },
  ],
  ['AWS::ECS::Cluster', 'shop', { tags: { Owner: 'shop', Environment: 'dev', CostCenter: 'CC-2002' } }],
  ['AWS::S3::Bucket', 'shop-dev-uploads'],
  ['AWS::Lambda::Function', 'resize-images', { tags: { OWNER: 'shop', 'cost-center': 'CC-2002' } }],
  ['AWS::IAM::Role', 'shop-deploy', { configuration: { path: '/' }, isGlobal: true }],
];
