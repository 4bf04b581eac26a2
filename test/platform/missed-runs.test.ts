import { Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, test } from 'vitest';
import { MissedRuns } from '#lib/platform/missed-runs.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

test('what was missed stays for two weeks and rings once, whatever was to be done', () => {
  const { templates } = synthesize((app) => {
    const stack = new Stack(app, 'Clockwork');
    new MissedRuns(stack, 'MissedRuns', { alarmTopic: new Topic(stack, 'Alarms') });
  });
  const template = templates['Clockwork'];
  if (!template) throw new Error('Nothing was synthesized');
  const [id] = Object.keys(template.findResources('AWS::SQS::Queue'));

  expectResource(template, 'AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 86_400 });
  expectResource(template, 'AWS::CloudWatch::Alarm', {
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [id, 'QueueName'] } }],
    Threshold: 1,
    AlarmDescription:
      'Something that is done by the clock was not done: reminders, heartbeats, names of accounts, daily tables or reports come late or stay out. Runbook: docs/runbook.md#missed-runs',
  });
  expect(Object.keys(template.findResources('AWS::CloudWatch::Alarm'))).toHaveLength(1);
});
