import { expect, test } from 'vitest';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub({ ecs: { inventory: false } });
const withCosts = aHub({ hub: { region: 'eu-north-1' }, costs: {}, ecs: {} });

const queue = hub.idOf('AWS::SQS::Queue', 'EcsHistoryEventsQueue');
const deadLetters = hub.idOf('AWS::SQS::Queue', 'EcsHistoryEventsDeadLetters');
const bucket = hub.idOf('AWS::S3::Bucket', 'Reports');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

test("every event of ECS on the hub's bus goes to the queue, of whatever type AWS makes", () => {
  expectResource(hub.template, 'AWS::Events::Rule', {
    EventBusName: { Ref: hub.idOf('AWS::Events::EventBus', 'HubBus') },
    EventPattern: {
      source: ['aws.ecs'],
      'detail-type': [
        { 'anything-but': ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'] },
      ],
    },
    Targets: [{ Arn: arnOf(queue), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
});

test('batches of up to a thousand gather for five minutes, and a message is out of sight for longer', () => {
  expectResource(hub.template, 'AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arnOf(queue),
    BatchSize: 1000,
    MaximumBatchingWindowInSeconds: 300,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
  expectResource(hub.template, 'AWS::SQS::Queue', {
    VisibilityTimeout: 6 * 60 + 300,
    RedrivePolicy: { deadLetterTargetArn: arnOf(deadLetters), maxReceiveCount: 5 },
  });
});

test('the function adds files to its own table, and may neither read nor list nor write any other', () => {
  const permissions = hub.permissionsOf('EcsHistoryWriteRole');
  const files = JSON.stringify({ 'Fn::Join': ['', [arnOf(bucket), '/tables/report=ecs-events/*']] });

  expect(Object.keys(permissions).sort()).toEqual([
    's3:AbortMultipartUpload',
    's3:PutObject',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
  ]);
  expect(permissions['s3:PutObject']).toBe(files);
  expect(permissions['s3:AbortMultipartUpload']).toBe(files);
  expect(permissions['sqs:SendMessage']).toBe(JSON.stringify(arnOf(deadLetters)));
});

test('without costs there is a bucket with this one table and its questions, and no picture to read', () => {
  expectCounts(hub.template, { 'AWS::S3::Bucket': 1, 'AWS::Glue::Table': 1, 'AWS::Athena::NamedQuery': 5 });
  expect(Object.keys(hub.permissionsOf('ChatDelivery')).filter((action) => action.startsWith('s3:'))).toEqual(
    [],
  );
});

test('with costs both use one bucket', () => {
  expectCounts(withCosts.template, { 'AWS::S3::Bucket': 1, 'AWS::Athena::WorkGroup': 1 });
  expect(withCosts.permissionsOf('ChatDelivery')).toHaveProperty('s3:GetObject');
});

test('the table has the columns of the rows and a partition for each month', () => {
  const [table] = Object.values(hub.template.findResources('AWS::Glue::Table')) as {
    Properties: {
      TableInput: {
        Name: string;
        PartitionKeys: unknown;
        StorageDescriptor: { Columns: { Name: string }[]; Location: unknown };
      };
    };
  }[];
  const { Name, PartitionKeys, StorageDescriptor } = table?.Properties.TableInput ?? {};

  expect(Name).toBe('ecs_events');
  expect(PartitionKeys).toEqual([{ Name: 'month', Type: 'string' }]);
  expect(StorageDescriptor?.Columns.map(({ Name }) => Name)).toEqual(
    ECS_EVENTS.columns.map(({ name }) => name),
  );
  expect(JSON.stringify(StorageDescriptor?.Location)).toContain('/tables/report=ecs-events/');
});

test('what people stop getting is said by its alarms', () => {
  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription: 'The history of ECS has gaps. Runbook: docs/runbook.md#ecs-history',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
  });
});

test.each([
  ['without its block', {}],
  ['where it is switched off', { ecs: { history: false, inventory: false } }],
])('%s there is nothing of it, and no bucket', (_, over) => {
  const { template } = aHub(over);

  expectCounts(template, { 'AWS::S3::Bucket': 0, 'AWS::Glue::Database': 0 });
  expect(JSON.stringify(template.toJSON())).not.toMatch(/EcsHistory/);
});
