import { expect, test } from 'vitest';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const ORGANIZATION = {
  hub: { account: '222233334444', region: 'eu-central-1' },
  organization: { id: 'o-a1b2c3d4e5', managementAccount: '999900001111', targets: ['r-a1b2'] },
  regions: ['eu-west-1'],
};
const hub = aHub(ORGANIZATION);
const alone = aHub();
const queue = hub.idOf('AWS::SQS::Queue', 'HealthReconcileWorkQueue');
const deadLetters = hub.idOf('AWS::SQS::Queue', 'HealthReconcileWorkDeadLetters');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const permissions = (of: typeof hub) => of.permissionsOf('HealthReconcileCompareRole');
const healthActions = (of: typeof hub) =>
  Object.fromEntries(
    Object.entries(permissions(of)).filter(([action]) => /^(health|organizations):/.test(action)),
  );

test('the comparison begins with the deployment, and again each day', () => {
  expectResource(hub.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)',
    Target: { Arn: arnOf(queue), Input: '{"kind":"sweep"}', DeadLetterConfig: { Arn: arnOf(deadLetters) } },
  });
});

test('one message is worked on at a time, by two: the API takes few calls of an Organization', () => {
  expectResource(hub.template, 'AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arnOf(queue),
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

test('in an Organization the function asks for all accounts, and may nothing else of Health', () => {
  expect(hub.settingsOf('HealthReconcile')).toEqual({
    view: 'organization',
    publicRegions: ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'],
  });
  expect(healthActions(hub)).toEqual({
    'health:DescribeAffectedAccountsForOrganization': '"*"',
    'health:DescribeAffectedEntitiesForOrganization': '"*"',
    'health:DescribeEventDetailsForOrganization': '"*"',
    'health:DescribeEventsForOrganization': '"*"',
    'organizations:ListAccounts': '"*"',
  });
});

test('in a lone account the function asks for that one', () => {
  const events = '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":health:*::event/*"]]}';

  expect(alone.settingsOf('HealthReconcile')).toEqual({ view: 'account', publicRegions: [] });
  expect(healthActions(alone)).toEqual({
    'health:DescribeEvents': '"*"',
    'health:DescribeAffectedEntities': events,
    'health:DescribeEventDetails': events,
  });
});

test('it sends to the queue of health-alerts, to the desk and to itself, and reads and keeps rows', () => {
  const { 'sqs:SendMessage': queues, ...others } = permissions(hub);

  for (const start of ['HealthAlertsEventsQueue', 'AlertsQueue', 'HealthReconcileWork']) {
    expect(queues).toContain(start);
  }
  expect(Object.keys(others).filter((action) => action.startsWith('dynamodb:'))).toEqual([
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
  ]);
});

test('settings switch it off', () => {
  const { template } = aHub({ ...ORGANIZATION, health: { reconcile: false } });
  expect(Object.keys(template.findResources('AWS::Lambda::Function')).join()).not.toContain(
    'HealthReconcile',
  );
});

test('its failures say what people do not hear of', () => {
  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription:
      'Events of AWS Health that got lost on their way stay unknown. Runbook: docs/runbook.md#health-reconcile',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
  });
});
