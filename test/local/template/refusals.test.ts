import { describe, expect, test } from 'vitest';
import { loadAssembly } from '#local/template/load-assembly.ts';
import type { TemplateResource } from '#local/template/template.ts';
import { anAssembly, CODE_KEY, loadOptions, loadResources } from './an-assembly.ts';

type Values = Record<string, unknown>;

const aResource = (Type: string, Properties: Values = {}): TemplateResource => ({ Type, Properties });
const aQueue = (values: Values = {}) => aResource('AWS::SQS::Queue', values);
const anArn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const aRule = (values: Values) =>
  aResource('AWS::Events::Rule', { EventPattern: { source: ['aws.health'] }, Targets: [], ...values });
const aFunction = (values: Values = {}) =>
  aResource('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Key: CODE_KEY },
    Role: 'arn:role',
    ...values,
  });
const aMapping = (values: Values = {}) =>
  aResource('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: 'Function' },
    EventSourceArn: anArn('Queue'),
    ...values,
  });
const aRole = (values: Values) =>
  aResource('AWS::IAM::Role', { AssumeRolePolicyDocument: aPolicy, ...values });
const anEvent = { EventBridgeParameters: { Source: 'town.crier', DetailType: 'Hour' } };
const aSchedule = (target: Values) =>
  aResource('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)',
    Target: { RoleArn: 'arn:role', ...target },
  });
const aPolicy = { Statement: { Effect: 'Allow', Action: 'x', Resource: '*' } };
const anAlarm = (values: Values) =>
  aResource('AWS::CloudWatch::Alarm', {
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Namespace: 'AWS/SQS',
    MetricName: 'Sent',
    Threshold: 1,
    ...values,
  });
const aQueuePolicy = (url: unknown) =>
  aResource('AWS::SQS::QueuePolicy', { PolicyDocument: aPolicy, Queues: [url] });

describe('what is not emulated is refused', () => {
  test.each<[string, TemplateResource, string]>([
    ['a type', aResource('AWS::EC2::Instance'), 'Hub/It (AWS::EC2::Instance): is not emulated: add a reader'],
    [
      'a property',
      aQueue({ MaximumMessageSize: 1 }),
      'Hub/It (AWS::SQS::Queue) MaximumMessageSize: is not emulated',
    ],
    [
      'a nested property',
      aFunction({ Code: { S3Key: CODE_KEY, ZipFile: 'x' } }),
      ') Code.ZipFile: is not emulated',
    ],
    [
      'a property of a target',
      aRule({ Targets: [{ Id: 'a', Arn: 'b', Input: '{}' }] }),
      ') Targets.Input: is not',
    ],
    ['an intrinsic', aQueue({ QueueName: { 'Fn::Base64': 'x' } }), ') QueueName: Fn::Base64 is not emulated'],
    [
      'an attribute',
      { ...aQueue(), CreationPolicy: {} } as TemplateResource,
      '): CreationPolicy is not emulated',
    ],
    ['a runtime', aFunction({ Runtime: 'python3.14' }), 'python3.14 does not run here'],
    ['code without an asset', aFunction({ Code: { S3Key: 'x' } }), 'use Code.fromAsset'],
    ['a schedule of a rule', aRule({ ScheduleExpression: 'rate(1 day)' }), 'use AWS::Scheduler::Schedule'],
    [
      'a state of a rule',
      aRule({ State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' }),
      'State: ENABLED_WITH',
    ],
    [
      'a comparison',
      anAlarm({ ComparisonOperator: 'LessThanLowerThreshold' }),
      'LessThanLowerThreshold is not emulated',
    ],
    ['an alarm on mathematics', anAlarm({ Namespace: undefined, Metrics: [] }), 'Namespace: is missing'],
    [
      'a StackSet of accounts that it is given itself',
      aResource('AWS::CloudFormation::StackSet', { PermissionModel: 'SELF_MANAGED' }),
      'SELF_MANAGED is not emulated: use SERVICE_MANAGED',
    ],
    [
      'parameters of a StackSet',
      aResource('AWS::CloudFormation::StackSet', {
        PermissionModel: 'SERVICE_MANAGED',
        TemplateBody: '{"Resources":{}}',
        Parameters: [],
      }),
      ') Parameters: is not emulated',
    ],
    [
      'a time zone',
      aResource('AWS::Scheduler::Schedule', { ScheduleExpressionTimezone: 'Europe/Berlin', Target: {} }),
      'Europe/Berlin is not emulated: use UTC',
    ],
    [
      'a subscription of a program',
      aResource('AWS::SNS::Subscription', { Protocol: 'lambda', TopicArn: 'x' }),
      'lambda is not emulated',
    ],
    [
      'a version of a function',
      aResource('AWS::Lambda::EventInvokeConfig', { FunctionName: 'x', Qualifier: '7' }),
      'must be $LATEST',
    ],
    [
      'a replica in another region',
      aResource('AWS::DynamoDB::GlobalTable', { Replicas: [{ Region: 'us-east-1' }] }),
      'us-east-1 is another region than eu-central-1',
    ],
  ])('%s', (_name, resource, message) => {
    expect(() => loadResources({ It: resource })).toThrow(message);
  });

  test('a section of a template', () => {
    const directory = anAssembly({ Resources: {}, Transform: 'AWS::Serverless-2016-10-31' });
    expect(() => loadAssembly(directory, loadOptions())).toThrow('Hub: Transform is not emulated');
  });
});

describe('what AWS would refuse is refused', () => {
  test.each<[string, Record<string, TemplateResource>, string | RegExp]>([
    ['a FIFO queue without .fifo', { It: aQueue({ FifoQueue: true, QueueName: 'x' }) }, 'ends with .fifo'],
    ['a standard queue with .fifo', { It: aQueue({ QueueName: 'x.fifo' }) }, 'ends with .fifo'],
    [
      'deduplication in a standard queue',
      { It: aQueue({ ContentBasedDeduplication: true }) },
      'only a FIFO queue',
    ],
    [
      'an unknown deduplication scope',
      { It: aQueue({ FifoQueue: true, DeduplicationScope: 'x' }) },
      'neither queue',
    ],
    [
      'an invalid pattern',
      { It: aRule({ EventPattern: { source: 'aws.health' } }) },
      'EventPattern: "source" must be',
    ],
    [
      'a bus that is not there',
      { It: aRule({ EventBusName: 'hub' }) },
      'event-bus/hub is no bus of these stacks',
    ],
    [
      'a standard dead-letter queue of a FIFO queue',
      { It: aQueue({ FifoQueue: true, RedrivePolicy: redrive('Queue') }), Queue: aQueue() },
      /go to a FIFO queue, which Hub-Queue-\w+ is not/,
    ],
    [
      'a FIFO dead-letter queue of a standard queue',
      { It: aQueue({ RedrivePolicy: redrive('Queue') }), Queue: aQueue({ FifoQueue: true }) },
      /to a standard queue, which Hub-Queue-\w+.fifo is not/,
    ],
    [
      'a dead-letter queue that is not there',
      { It: aQueue({ RedrivePolicy: { deadLetterTargetArn: 'arn:x', maxReceiveCount: 1 } }) },
      'arn:x is no queue of these stacks',
    ],
    [
      'a visibility timeout below that of the function',
      { It: aMapping(), Queue: aQueue(), Function: aFunction({ Timeout: 31 }) },
      /visibility timeout is shorter than the function: 30 s of Hub-Queue-\w+, 31 s of Hub-Function-/,
    ],
    [
      'a batch of more than ten from a FIFO queue',
      { It: aMapping({ BatchSize: 11 }), Queue: aQueue({ FifoQueue: true }), Function: aFunction() },
      'BatchSize: 11 is more than 10',
    ],
    [
      'a window of a FIFO queue',
      {
        It: aMapping({ MaximumBatchingWindowInSeconds: 1 }),
        Queue: aQueue({ FifoQueue: true }),
        Function: aFunction(),
      },
      'a FIFO queue has no batching window',
    ],
    [
      'a batch of more than ten without a window',
      { It: aMapping({ BatchSize: 11 }), Queue: aQueue(), Function: aFunction() },
      '11 needs a batching window',
    ],
    [
      'a maximum concurrency of one',
      { It: aMapping({ ScalingConfig: { MaximumConcurrency: 1 } }), Queue: aQueue(), Function: aFunction() },
      'starts at 2',
    ],
    [
      'a mapping of no function',
      { It: aMapping({ FunctionName: 'x' }), Queue: aQueue() },
      'x is no function',
    ],
    [
      'a mapping of no queue',
      { It: aMapping({ EventSourceArn: 'arn:x' }), Function: aFunction() },
      'arn:x is no queue',
    ],
    [
      'a policy of no role',
      { It: aResource('AWS::IAM::Policy', { PolicyName: 'p', PolicyDocument: aPolicy, Roles: ['x'] }) },
      'x is no role',
    ],
    ['a policy of no queue', { It: aQueuePolicy('http://x') }, 'http://x is no queue'],
    [
      'two policies of one queue',
      { It: aQueuePolicy({ Ref: 'Queue' }), Other: aQueuePolicy({ Ref: 'Queue' }), Queue: aQueue() },
      /Hub-Queue-\w+ has another policy/,
    ],
    [
      'a second role of the same name',
      { It: aRole({ RoleName: 'reader' }), Other: aRole({ RoleName: 'reader' }) },
      'RoleName: reader is there already',
    ],
    [
      'a schedule of what is not there',
      { It: aSchedule({ Arn: 'arn:aws:sqs:eu-central-1:111122223333:x' }) },
      'x is no function or queue of these stacks',
    ],
    [
      'a schedule of a bus of another account',
      { It: aSchedule({ Arn: 'arn:aws:events:eu-central-1:444455556666:event-bus/default', ...anEvent }) },
      'and no bus of this account and Region',
    ],
    [
      'a schedule of a bus without the name of the event',
      { It: aSchedule({ Arn: 'arn:aws:events:eu-central-1:111122223333:event-bus/default' }) },
      'Target.EventBridgeParameters.Source: is missing',
    ],
    [
      'a statement without an effect',
      { It: aResource('AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: [{}] } }) },
      'has a statement without an effect',
    ],
  ])('%s', (_name, resources, message) => {
    expect(() => loadResources(resources)).toThrow(message);
  });
});

function redrive(logicalId: string): Values {
  return { deadLetterTargetArn: anArn(logicalId), maxReceiveCount: 1 };
}

test('a resource whose condition does not hold is left out', () => {
  const directory = anAssembly({
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    Resources: { It: { ...aQueue(), Condition: 'Never' }, Other: aQueue() },
    Outputs: { Gone: { Value: { Ref: 'It' }, Condition: 'Never' } },
  });
  const { queues, outputs } = loadAssembly(directory, loadOptions());
  expect(queues.map(({ logicalId }) => logicalId)).toEqual(['Other']);
  expect(outputs).toEqual({});
});

test('a disabled mapping polls nothing', () => {
  const resources = { It: aMapping({ Enabled: false }), Queue: aQueue(), Function: aFunction() };
  expect(loadResources(resources).sources).toEqual([]);
});

test('a property that is ignored is named once, with its reason', () => {
  const { ignored } = loadResources({
    One: aQueue({ SqsManagedSseEnabled: true, Tags: [] }),
    Two: aQueue({ SqsManagedSseEnabled: true }),
    Meta: aResource('AWS::CDK::Metadata', { Analytics: 'x' }),
  });
  expect(ignored.map(({ type, property }) => `${type} ${property}`)).toEqual([
    'AWS::SQS::Queue SqsManagedSseEnabled',
    'AWS::SQS::Queue Tags',
    'AWS::CDK::Metadata *',
  ]);
  for (const { reason } of ignored) expect(reason).toMatch(/\w+ \w+/);
});
