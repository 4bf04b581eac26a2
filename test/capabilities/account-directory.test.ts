import { expect, test } from 'vitest';
import { aHub } from '#test/capabilities/a-hub.ts';
import { anOrganization, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub(anOrganization({ accountDirectory: { ownerTag: 'team' } }));
const deadLetters = hub.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
const queue = hub.idOf('AWS::SQS::Queue', 'AccountDirectoryWorkQueue');
const table = hub.idOf('AWS::DynamoDB::Table', 'Directory');
const bus = hub.idOf('AWS::Events::EventBus', 'HubBus');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const organizationRole = {
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, `:iam::${MANAGEMENT_ACCOUNT}:role/reeve-organization-reader`],
  ],
};

test('all accounts are read once a day, for the first time when it is deployed', () => {
  expectResource(hub.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)',
    Target: {
      Arn: arnOf(queue),
      Input: '{"kind":"sweep"}',
      DeadLetterConfig: { Arn: arnOf(deadLetters) },
    },
  });
});

test("the Organization's events on the hub's bus go to the queue", () => {
  expectResource(hub.template, 'AWS::Events::Rule', {
    EventBusName: { Ref: bus },
    EventPattern: { source: ['aws.organizations'] },
    Targets: [{ Arn: arnOf(queue), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
});

test('two messages at a time are worked on, one by each function', () => {
  expectResource(hub.template, 'AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arnOf(queue),
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

test('the management account is asked through a role of its own, in the global Region', () => {
  expectResource(hub.template, 'AWS::Lambda::Function', {
    Environment: {
      Variables: {
        ORGANIZATION_ROLE_ARN: organizationRole,
        EXTERNAL_ID: 'reeve/ReeveHub',
        GLOBAL_REGION: 'us-east-1',
      },
    },
  });
  expectResource(hub.template, 'AWS::IAM::Role', { RoleName: 'reeve-account-directory' });
});

test('the function may assume that role, keep the directory and send to its own queues', () => {
  const permissions = hub.permissionsOf('AccountDirectoryKeeperRole');
  expect(Object.keys(permissions).sort()).toEqual([
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Scan',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    'sts:AssumeRole',
  ]);
  expect(permissions['sts:AssumeRole']).toBe(JSON.stringify(organizationRole));
  expect(permissions['dynamodb:Scan']).toBe(JSON.stringify(arnOf(table)));
});

test('the function gets the owner tag, the targets and whom to ask without an id', () => {
  expect(hub.settingsOf('AccountDirectory')).toEqual({
    ownerTag: 'team',
    targets: ['r-town'],
    managementAccount: MANAGEMENT_ACCOUNT,
  });
});

test('one dead letter is told', () => {
  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
    Threshold: 1,
  });
});

test('without its block, or without an Organization, nothing of it is deployed', () => {
  const queues = [aHub(anOrganization({ accountDirectory: undefined })), aHub()].flatMap(({ template }) =>
    Object.keys(template.findResources('AWS::SQS::Queue')),
  );
  expect(queues.filter((id) => id.startsWith('AccountDirectory'))).toEqual([]);
});
