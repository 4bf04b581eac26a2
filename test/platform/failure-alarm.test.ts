import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expectTypeOf, test } from 'vitest';
import { FailureAlarm, type FailureAlarmProps } from '#lib/platform/failure-alarm.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const template = synthesizeStack((stack) => {
  new FailureAlarm(stack, 'Failure', {
    capability: 'tea-alerts',
    deadLetters: new Queue(stack, 'DeadLetters'),
    alarmTopic: new Topic(stack, 'Alarms'),
    failureImpact: 'Nobody hears that tea is ready.',
  });
});
const only = (type: string) => Object.keys(template.findResources(type))[0];

test('an alarm says what people stop getting and where the runbook tells what to do', () => {
  expectResource(template, 'AWS::CloudWatch::Alarm', {
    AlarmDescription: 'Nobody hears that tea is ready. Runbook: docs/runbook.md#tea-alerts',
    AlarmActions: [{ Ref: only('AWS::SNS::Topic') }],
  });
});

test('one dead letter is enough, within a minute, and no data is no alarm', () => {
  expectResource(template, 'AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [only('AWS::SQS::Queue'), 'QueueName'] } }],
    Statistic: 'Maximum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  });
});

test('an alarm without the impact of the failure does not compile', () => {
  expectTypeOf<Omit<FailureAlarmProps, 'failureImpact'>>().not.toExtend<FailureAlarmProps>();
});
