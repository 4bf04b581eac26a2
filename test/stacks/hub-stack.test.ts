import type { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import type { Settings } from '#lib/settings.ts';
import { HubStack } from '#lib/stacks/hub-stack.ts';
import { expectCounts, expectEvery, expectResource } from '#test/stacks/expect-resource.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

function hubOf(settings: Settings): Template {
  const { templates } = synthesize((app) => new HubStack(app, 'ReeveHub', { settings }));
  const template = templates['ReeveHub'];
  if (!template) throw new Error('No hub');
  return template;
}

test('without a health block nothing of health is deployed', () => {
  const hub = hubOf(someSettings({ health: undefined }));

  expectCounts(hub, { 'AWS::Events::Rule': 0, 'AWS::Lambda::Function': 3, 'AWS::SQS::Queue': 5 });
  expect(JSON.stringify(hub.toJSON())).not.toMatch(/health/i);
});

test('with a health block the capability is one function, two queues and two rules more', () => {
  const hub = hubOf(someSettings({ health: { reconcile: false } }));

  expectCounts(hub, { 'AWS::Events::Rule': 2, 'AWS::Lambda::Function': 4, 'AWS::SQS::Queue': 7 });
});

test('the comparison with the Health API is one function and two queues more', () => {
  const hub = hubOf(someSettings({ health: {} }));

  expectCounts(hub, { 'AWS::Events::Rule': 2, 'AWS::Lambda::Function': 5, 'AWS::SQS::Queue': 9 });
});

test('costs are two functions, four queues, two rules and a bucket more, and nothing without their block', () => {
  const hub = hubOf(someSettings({ hub: { region: 'eu-north-1' }, costs: { anomalies: true } }));
  const counts = { 'AWS::Lambda::Function': 7, 'AWS::SQS::Queue': 13, 'AWS::Events::Rule': 4 };

  expectCounts(hub, { ...counts, 'AWS::S3::Bucket': 1, 'AWS::Scheduler::Schedule': 4 });
  const without = hubOf(someSettings());
  expectCounts(without, { 'AWS::S3::Bucket': 0, 'AWS::Glue::Database': 0, 'AWS::Athena::WorkGroup': 0 });
  expect(JSON.stringify(without.toJSON())).not.toMatch(/cost|s3:/i);
});

test('anomalies may be left out', () => {
  const hub = hubOf(someSettings({ costs: { anomalies: false } }));

  expectCounts(hub, { 'AWS::Lambda::Function': 6, 'AWS::S3::Bucket': 1 });
  expect(JSON.stringify(hub.toJSON())).not.toContain('aws.ce');
});

test('every address of the settings hears of alarms', () => {
  const hub = hubOf(someSettings({ alarmEmails: ['day@example.org', 'night@example.org'] }));

  for (const Endpoint of ['day@example.org', 'night@example.org']) {
    expectResource(hub, 'AWS::SNS::Subscription', { Protocol: 'email', Endpoint });
  }
});

test('logs are kept as long as the settings say', () => {
  const hub = hubOf(someSettings({ logRetentionDays: 365 }));

  expectEvery(hub, 'AWS::Logs::LogGroup', { RetentionInDays: 365 });
});

test('hours of an outage of a channel do not exhaust the attempts of the outbox', () => {
  const hub = hubOf(someSettings());
  const fourteenDays = 14 * 86_400;

  expectResource(hub, 'AWS::SQS::Queue', {
    FifoQueue: true,
    MessageRetentionPeriod: fourteenDays,
    RedrivePolicy: { maxReceiveCount: 100 },
  });
  expectResource(hub, 'AWS::SQS::Queue', { FifoQueue: true, RedrivePolicy: { maxReceiveCount: 10 } });
});

test('the hub deploys to any account and region: its template names none', () => {
  const text = JSON.stringify(hubOf(someSettings()).toJSON());

  expect(text).not.toMatch(/arn:aws[:-]/);
  expect(text).not.toMatch(/\b\d{12}\b/);
  expect(text).not.toMatch(/\b(?:us|eu|ap|cn|sa|ca|af|me)-[a-z]+-\d\b/);
});
