import { expect, test } from 'vitest';
import { aHub } from '#test/capabilities/a-hub.ts';
import { HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const ANOMALIES = { source: ['aws.ce'], 'detail-type': ['Anomaly Detected'] };
const lone = aHub({ hub: { region: 'us-east-1' }, accounts: [{ id: '111122223333' }], costs: {} });
const ofMany = aHub({
  hub: { account: HUB_ACCOUNT, region: 'eu-north-1' },
  organization: { id: 'o-exampletown1', managementAccount: MANAGEMENT_ACCOUNT, targets: ['r-town'] },
  costs: {},
});

const deadLetters = lone.idOf('AWS::SQS::Queue', 'CostAnomaliesEventsDeadLetters');
const queue = lone.idOf('AWS::SQS::Queue', 'CostAnomaliesEventsQueue');
const bus = lone.idOf('AWS::Events::EventBus', 'HubBus');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const rulesOn = (one: typeof lone, name: unknown) =>
  Object.values(
    one.template.findResources('AWS::Events::Rule', { Properties: { EventPattern: ANOMALIES } }),
  ).filter(
    (rule) =>
      JSON.stringify((rule['Properties'] as { EventBusName: unknown }).EventBusName) === JSON.stringify(name),
  );

test("anomalies on the hub's bus go to the queue, what fails to its dead letters", () => {
  expectResource(lone.template, 'AWS::Events::Rule', {
    EventBusName: { Ref: bus },
    EventPattern: ANOMALIES,
    Targets: [{ Arn: arnOf(queue), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
  expectResource(lone.template, 'AWS::SQS::Queue', {
    RedrivePolicy: { deadLetterTargetArn: arnOf(deadLetters), maxReceiveCount: 5 },
  });
});

test('a lone account hears of its own on its default bus', () => {
  expect(rulesOn(lone, 'default')).toMatchObject([
    { Properties: { Targets: [{ Arn: arnOf(bus), DeadLetterConfig: { Arn: arnOf(deadLetters) } }] } },
  ]);
});

test('in an Organization the hub account’s own monitors are left aside: those of the management account see all', () => {
  expect(rulesOn(ofMany, 'default')).toEqual([]);
  expect(rulesOn(ofMany, { Ref: ofMany.idOf('AWS::Events::EventBus', 'HubBus') })).toHaveLength(1);
});

test('the function holds no state: it looks accounts up and sends', () => {
  const permissions = lone.permissionsOf('CostAnomaliesRelayRole');

  expect(Object.keys(permissions).sort()).toEqual([
    'dynamodb:GetItem',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
  ]);
  expect(permissions['dynamodb:GetItem']).toBe(
    JSON.stringify(arnOf(lone.idOf('AWS::DynamoDB::Table', 'Directory'))),
  );
  expect(lone.settingsOf('CostAnomalies')).toEqual({ accounts: [{ id: '111122223333', tags: {} }] });
});

test('what people stop getting is said by its alarm', () => {
  expectResource(lone.template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription: 'Cost anomalies do not reach the channels. Runbook: docs/runbook.md#cost-anomalies',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
  });
});
