import { Duration, type Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { grants } from '#lib/platform/grants.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

type Statement = { Action: unknown; Resource: unknown };

/** What the grant adds to the role of a function, which may write its logs already. */
function granted(grant: (to: Function, stack: Stack) => unknown): Statement[] {
  const template = synthesizeStack((stack) => {
    const { function: to } = new CapabilityFunction<{ TABLE: string }>(stack, 'Desk', {
      name: 'alert-desk',
      environment: { TABLE: 'ledger' },
      timeout: Duration.seconds(1),
      logRetention: RetentionDays.ONE_WEEK,
    });
    grant(to, stack);
  });
  const [policy] = Object.values(template.findResources('AWS::IAM::Policy')) as {
    Properties: { PolicyDocument: { Statement: Statement[] } };
  }[];
  const [, ...added] = policy?.Properties.PolicyDocument.Statement ?? [];
  return added.map(({ Action, Resource }) => ({ Action, Resource }));
}

const aTable = (stack: Stack) =>
  new Table(stack, 'T', { partitionKey: { name: 'alert', type: AttributeType.STRING } });
const tableArn = { 'Fn::GetAtt': [expect.stringMatching(/^T/), 'Arn'] };

test('rows are read and written on the table, not on its indexes, and never scanned or deleted', () => {
  expect(granted((to, stack) => grants.useRows(aTable(stack), to))).toEqual([
    { Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], Resource: tableArn },
  ]);
});

test('indexes are queried by name', () => {
  const indexArn = (index: string) => ({ 'Fn::Join': ['', [tableArn, `/index/${index}`]] });

  expect(granted((to, stack) => grants.queryIndexes(aTable(stack), ['due', 'owed'], to))).toEqual([
    { Action: 'dynamodb:Query', Resource: [indexArn('due'), indexArn('owed')] },
  ]);
});

test('files are added to one table, and none is read', () => {
  const table = { name: 'ships' };
  const granting = (to: Function, stack: Stack) => grants.addToTable(new Bucket(stack, 'B'), table, to);

  expect(granted(granting)).toEqual([
    {
      Action: ['s3:AbortMultipartUpload', 's3:PutObject'],
      Resource: {
        'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringMatching(/^B/), 'Arn'] }, '/tables/report=ships/*']],
      },
    },
  ]);
});

test('a sender may send, and not look up the queue', () => {
  expect(granted((to, stack) => grants.send(new Queue(stack, 'Q'), to))).toEqual([
    { Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Q/), 'Arn'] } },
  ]);
});

test("Lambda's poller receives and deletes with the role of the function, which may postpone besides", () => {
  const Resource = { 'Fn::GetAtt': [expect.stringMatching(/^Q/), 'Arn'] };

  expect(granted((to, stack) => grants.receive(new Queue(stack, 'Q'), to))).toEqual([
    { Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], Resource },
  ]);
  expect(granted((to, stack) => grants.postpone(new Queue(stack, 'Q'), to))).toEqual([
    { Action: 'sqs:ChangeMessageVisibility', Resource },
  ]);
});

test('one secret is read by its name, in every partition', () => {
  const [statement] = granted((to) => grants.readSecret('/ReeveHub/channels/ops', to));

  expect(statement?.Action).toBe('ssm:GetParameter');
  expect(JSON.stringify(statement?.Resource)).toContain(':parameter/ReeveHub/channels/ops"');
  expect(JSON.stringify(statement?.Resource)).toContain('AWS::Partition');
});
