import { expect, test } from 'vitest';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub({ owners: { payments: 'ops' } });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

test('the desk reads the alerts ten at a time', () => {
  expectResource(hub.template, 'AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arnOf(hub.idOf('AWS::SQS::Queue', 'AlertsQueue')),
    FunctionName: { Ref: hub.idOf('AWS::Lambda::Function', 'AlertDesk') },
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 20 },
  });
});

test('the desk gets the routes, mutes and owners, and nothing else of the settings', () => {
  expect(hub.settingsOf('AlertDesk')).toEqual({
    routes: [{ name: 'everything', channels: ['ops'], when: {}, owner: false }],
    mutes: [],
    owners: { payments: 'ops' },
  });
});

test('the desk reads and writes rows, sends, and reads no secret', () => {
  const actions = Object.keys(hub.permissionsOf('AlertDeskRole'));

  expect(actions.filter((action) => !action.startsWith('sqs:')).sort()).toEqual([
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
  ]);
});

test('what the desk cannot enter is left in the dead letters of the alerts, and told by e-mail', () => {
  const deadLetters = hub.idOf('AWS::SQS::Queue', 'AlertsDeadLetters');

  expectResource(hub.template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription:
      'Some alerts are missing or not up to date in every channel. Runbook: docs/runbook.md#alert-desk',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
  });
});
