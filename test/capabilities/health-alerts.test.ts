import { expect, test } from 'vitest';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub({ health: { reminderDays: [30], quietAfterDays: 3 }, accounts: [{ id: '111122223333' }] });
const deadLetters = hub.idOf('AWS::SQS::Queue', 'HealthAlertsEventsDeadLetters');
const queue = hub.idOf('AWS::SQS::Queue', 'HealthAlertsEventsQueue');
const bus = hub.idOf('AWS::Events::EventBus', 'HubBus');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const HEALTH_EVENTS = {
  source: ['aws.health'],
  'detail-type': ['AWS Health Event', 'AWS Health Abuse Event'],
};

test("Health's events of this account go from the default bus to the hub's", () => {
  expectResource(hub.template, 'AWS::Events::Rule', {
    EventBusName: 'default',
    EventPattern: HEALTH_EVENTS,
    Targets: [{ Arn: arnOf(bus), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
});

test("Health's events on the hub's bus go to the queue, those of members too", () => {
  expectResource(hub.template, 'AWS::Events::Rule', {
    EventBusName: { Ref: bus },
    EventPattern: HEALTH_EVENTS,
    Targets: [{ Arn: arnOf(queue), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
});

test('what no rule, no queue and no function could handle is in one place', () => {
  expectResource(hub.template, 'AWS::SQS::Queue', {
    RedrivePolicy: { deadLetterTargetArn: arnOf(deadLetters), maxReceiveCount: 5 },
  });
  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription:
      'Events of AWS Health do not reach the channels. Runbook: docs/runbook.md#health-alerts',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
  });
});

test('the function gets the accounts and the health block of the settings', () => {
  expect(hub.settingsOf('HealthAlerts')).toEqual({
    accounts: [{ id: '111122223333', tags: {} }],
    reminderDays: [30],
    quietAfterDays: 3,
  });
});

test('the function holds no state: it looks accounts up, and may not touch the ledger', () => {
  const permissions = hub.permissionsOf('HealthAlertsRelayRole');
  const tables = Object.entries(permissions).filter(([action]) => action.startsWith('dynamodb:'));
  const directory = hub.idOf('AWS::DynamoDB::Table', 'Directory');

  expect(Object.keys(permissions)).toContain('sqs:SendMessage');
  expect(tables).toEqual([['dynamodb:GetItem', JSON.stringify(arnOf(directory))]]);
});
