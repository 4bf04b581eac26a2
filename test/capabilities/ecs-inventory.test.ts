import { expect, test } from 'vitest';
import { ECS_SERVICES } from '#lambdas/contracts/ecs-service-table.ts';
import { aHub } from '#test/capabilities/a-hub.ts';
import { HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';

const ORGANIZATION = {
  hub: { account: HUB_ACCOUNT, region: 'eu-north-1' },
  regions: ['eu-west-3'],
  organization: { id: 'o-exampletown1', managementAccount: MANAGEMENT_ACCOUNT, targets: ['r-town'] },
};
const hub = aHub({
  ...ORGANIZATION,
  accounts: [{ id: '111122223333', name: 'town hall' }],
  ecs: { history: false },
});
const lone = aHub({ hub: { account: '111122223333', region: 'eu-north-1' }, ecs: { history: false } });

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const inventory = hub.idOf('AWS::Lambda::Function', 'EcsInventory');
const deadLetters = hub.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
const bucket = hub.idOf('AWS::S3::Bucket', 'Reports');
const actionsOf = (one: typeof hub, service: string) =>
  Object.entries(one.permissionsOf('EcsInventorySweepRole')).filter(([action]) => action.startsWith(service));

test('once a day the function runs at once, by no queue that would have to be asked all day', () => {
  expectResource(hub.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(40 5 * * ? *)',
    Target: { Arn: arnOf(inventory), DeadLetterConfig: { Arn: arnOf(deadLetters) } },
  });
  const mappings = Object.values(hub.template.findResources('AWS::Lambda::EventSourceMapping'));
  expect(JSON.stringify(mappings)).not.toContain('EcsInventory');
});

test('a run that fails is tried once more, then lies among the missed runs', () => {
  expectResource(hub.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: inventory },
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: arnOf(deadLetters) } },
  });
});

test('in an Organization it reads accounts by their reader role, which knows it by its name', () => {
  expect(hub.settingsOf('EcsInventory')).toEqual({
    regions: ['eu-west-3'],
    accounts: [{ id: '111122223333', name: 'town hall', tags: {} }],
    organization: {
      managementAccount: MANAGEMENT_ACCOUNT,
      reader: { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' },
    },
  });
  expectResource(hub.template, 'AWS::IAM::Role', { RoleName: 'reeve-ecs-inventory' });
  expect(Object.fromEntries(actionsOf(hub, 'sts:'))['sts:AssumeRole']).toContain(':iam::*:role/reeve-reader');
  expect(actionsOf(hub, 'ecs:')).toEqual([]);
  expect(actionsOf(hub, 'dynamodb:').map(([action]) => action)).toEqual(['dynamodb:Scan']);
});

test('a lone account is read by its own role, and the directory by nobody', () => {
  expect(lone.settingsOf('EcsInventory')).toEqual({ regions: [], accounts: [] });
  expect(actionsOf(lone, 'ecs:').map(([action]) => action)).toEqual([
    'ecs:DescribeServices',
    'ecs:ListClusters',
    'ecs:ListServices',
  ]);
  expect([...actionsOf(lone, 'sts:'), ...actionsOf(lone, 'dynamodb:')]).toEqual([]);
});

test('it writes its own table and what people take of it, and nothing else of the bucket', () => {
  const files = (prefix: string) => ({ 'Fn::Join': ['', [arnOf(bucket), `/${prefix}/*`]] });
  const [tables, exports] = [files('tables/report=ecs-services'), files('exports/ecs-services')];
  const policies = JSON.stringify(hub.template.findResources('AWS::IAM::Policy'));

  for (const place of [tables, exports]) expect(policies).toContain(JSON.stringify(place));
  expect(
    actionsOf(hub, 's3:')
      .map(([action]) => action)
      .sort(),
  ).toEqual(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject']);
});

test('Athena finds the table, with a partition for each month', () => {
  expectCounts(hub.template, { 'AWS::Glue::Table': 1, 'AWS::Athena::WorkGroup': 1, 'AWS::S3::Bucket': 1 });
  expectResource(hub.template, 'AWS::Glue::Table', {
    TableInput: {
      Name: 'ecs_services',
      PartitionKeys: [{ Name: 'month', Type: 'string' }],
      Parameters: { 'projection.month.range': '2026-11,NOW' },
      StorageDescriptor: {
        Columns: ECS_SERVICES.columns.map(({ name, about }) => ({
          Name: name,
          Comment: about,
          Type:
            name === 'snapshot_date'
              ? 'date'
              : /^(?:desired|running|pending)$/.test(name)
                ? 'bigint'
                : 'string',
        })),
      },
    },
  });
});

test('who wants no table gets neither the function nor, without costs, a bucket', () => {
  const without = aHub({ ...ORGANIZATION, ecs: { history: false, inventory: false } });

  expectCounts(without.template, { 'AWS::S3::Bucket': 0, 'AWS::Glue::Table': 0 });
  expect(JSON.stringify(without.template.toJSON())).not.toContain('EcsInventory');
});

test('pictures are read by chat where there are any: there are none of this table', () => {
  expect(Object.keys(hub.permissionsOf('ChatDelivery')).filter((action) => action.startsWith('s3:'))).toEqual(
    [],
  );
});
