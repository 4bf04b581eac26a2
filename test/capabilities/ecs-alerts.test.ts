import { expect, test } from 'vitest';
import { ECS_RULES } from '#lib/event-patterns.ts';
import { aHub } from '#test/capabilities/a-hub.ts';
import { HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub({
  hub: { account: HUB_ACCOUNT, region: 'eu-north-1' },
  organization: { id: 'o-exampletown1', managementAccount: MANAGEMENT_ACCOUNT, targets: ['r-town'] },
  ecs: { quietMinutes: 45 },
});
const queue = hub.idOf('AWS::SQS::Queue', 'EcsAlertsEventsQueue');
const deadLetters = hub.idOf('AWS::SQS::Queue', 'EcsAlertsEventsDeadLetters');
const bus = hub.idOf('AWS::Events::EventBus', 'HubBus');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const rulesOn = (name: unknown) =>
  Object.values(hub.template.findResources('AWS::Events::Rule')).filter(({ Properties }) => {
    const { EventBusName, EventPattern } = Properties as {
      EventBusName: unknown;
      EventPattern: { source: string[] };
    };
    return EventPattern.source.includes('aws.ecs') && JSON.stringify(EventBusName) === JSON.stringify(name);
  });

test('what can matter of the hub account goes to the hub’s bus, and all that is there to the queue', () => {
  expect(rulesOn('default')).toHaveLength(Object.keys(ECS_RULES).length);
  expect(rulesOn({ Ref: bus })).toContainEqual(
    expect.objectContaining({
      Properties: expect.objectContaining({
        Targets: [{ Arn: arnOf(queue), Id: 'Target0', DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
      }) as unknown,
    }),
  );
});

test('the desk asks about open alerts on the same queue', () => {
  const variables = hub.template.findResources('AWS::Lambda::Function', {});
  const desk = Object.entries(variables).find(([id]) => id.startsWith('AlertDesk'))?.[1];

  expect(JSON.stringify(desk)).toContain(JSON.stringify({ Ref: queue }));
  expect(hub.permissionsOf('AlertDeskRole')['sqs:SendMessage']).toContain(queue);
});

test('the function may assume the reader role of any account, and keeps no state', () => {
  const permissions = hub.permissionsOf('EcsAlertsRelayRole');

  expect(Object.keys(permissions).sort()).toEqual([
    'dynamodb:GetItem',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    'sts:AssumeRole',
  ]);
  expect(permissions['sts:AssumeRole']).toContain(':iam::*:role/reeve-reader');
  expectResource(hub.template, 'AWS::IAM::Role', { RoleName: 'reeve-ecs-alerts' });
});

test('settings reach the function with their defaults', () => {
  expect(hub.settingsOf('EcsAlerts')).toEqual({
    accounts: [],
    quietMinutes: 45,
    drainMinutes: 60,
    disconnectedMinutes: 15,
    deployments: 'failed',
    userStops: false,
    logLines: 0,
  });
});

test('what people stop getting is said by its alarm', () => {
  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription:
      'Some trouble of Amazon ECS is not told, or stays open in the channels. Runbook: docs/runbook.md#ecs-alerts',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
  });
});
