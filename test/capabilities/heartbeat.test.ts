import { expect, test } from 'vitest';
import { VERSION } from '#lib/platform/version.ts';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const ORGANIZATION = { id: 'o-a1b2c3d4e5', managementAccount: '999900001111', targets: ['r-a1b2'] };
const hub = aHub({
  hub: { account: '222233334444', region: 'eu-central-1' },
  organization: ORGANIZATION,
  accountDirectory: {},
  regions: ['eu-west-1'],
  accounts: [{ id: '111122223333' }],
  heartbeat: { silentAfterHours: 40 },
});
const deadLetters = hub.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
const watch = hub.idOf('AWS::Lambda::Function', 'HeartbeatWatch');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

test("heartbeats on the hub's bus invoke the function, and no queue is polled for them", () => {
  expectResource(hub.template, 'AWS::Events::Rule', {
    EventBusName: { Ref: hub.idOf('AWS::Events::EventBus', 'HubBus') },
    EventPattern: { source: ['reeve.heartbeat'], 'detail-type': ['Heartbeat'] },
    Targets: [{ Arn: arnOf(watch), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
  const mappings = Object.values(hub.template.findResources('AWS::Lambda::EventSourceMapping'));
  const polled = mappings.map((mapping) => JSON.stringify(mapping['Properties']));
  expect(polled.filter((properties) => properties.includes(watch))).toEqual([]);
});

test('the rule alone may invoke it for EventBridge', () => {
  expectResource(hub.template, 'AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: arnOf(watch),
    Principal: 'events.amazonaws.com',
    SourceArn: arnOf(hub.idOf('AWS::Events::Rule', 'HeartbeatReceive')),
  });
});

test('what fails is tried twice more, and left in the missed runs', () => {
  expectResource(hub.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: watch },
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: arnOf(deadLetters) } },
  });
});

test('it reserves no concurrency: a small account has none to give', () => {
  const { Properties } = hub.template.findResources('AWS::Lambda::Function')[watch] ?? {};

  expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
});

test.each([
  ['count', 'rate(1 hour)', 'Count'],
  ['tell', 'cron(0 8 * * ? *)', 'Tell'],
])(
  'the schedule that says %s does so by %s, and leaves what it cannot start in the missed runs',
  (kind, expression, id) => {
    expectResource(hub.template, 'AWS::Scheduler::Schedule', {
      ScheduleExpression: expression,
      Target: {
        Arn: arnOf(watch),
        Input: JSON.stringify({ kind }),
        RoleArn: arnOf(hub.idOf('AWS::IAM::Role', `Heartbeat${id}Role`)),
        DeadLetterConfig: { Arn: arnOf(deadLetters) },
      },
    });
  },
);

test('one silent member is told by e-mail; a metric that nobody has written yet is no alarm', () => {
  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    Namespace: 'Reeve',
    MetricName: 'SilentMembers',
    Dimensions: [{ Name: 'Stack', Value: 'ReeveHub' }],
    Statistic: 'Maximum',
    Period: 7200,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
    AlarmDescription:
      'Events of some accounts or Regions do not reach the hub, so nobody hears of them. Runbook: docs/runbook.md#heartbeat',
  });
});

test('the function counts under the name of its stack', () => {
  expectResource(hub.template, 'AWS::Lambda::Function', {
    Environment: {
      Variables: {
        STACK_NAME: 'ReeveHub',
        DIRECTORY_TABLE: { Ref: hub.idOf('AWS::DynamoDB::Table', 'Directory') },
      },
    },
  });
});

test('the function knows every Region that has member stacks, and the management account', () => {
  expect(hub.settingsOf('Heartbeat')).toEqual({
    regions: ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'],
    silentAfterHours: 40,
    version: VERSION,
    hasDirectory: true,
    managementAccount: '999900001111',
    accounts: [{ id: '111122223333', tags: {} }],
  });
});

test('in a lone account nobody but itself is expected, once it was heard', () => {
  const lone = aHub({ hub: { region: 'us-east-1' }, heartbeat: {} });

  expect(lone.settingsOf('Heartbeat')).toEqual({
    regions: ['us-east-1', 'us-west-2'],
    silentAfterHours: 30,
    version: VERSION,
    hasDirectory: false,
    accounts: [],
  });
});

test('the function reads the directory through, puts rows and sends', () => {
  const permissions = hub.permissionsOf('HeartbeatWatchRole');

  expect(
    Object.keys(permissions)
      .filter((action) => action.startsWith('dynamodb:'))
      .sort(),
  ).toEqual(['dynamodb:PutItem', 'dynamodb:Scan']);
});
