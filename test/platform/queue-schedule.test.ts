import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { QueueSchedule } from '#lib/platform/queue-schedule.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const scheduleTo = (fifo: boolean) =>
  synthesizeStack((stack) => {
    const queue = new Queue(stack, 'Work', fifo ? { fifo } : {});
    const deadLetters = new Queue(stack, 'Missed');
    new QueueSchedule(stack, 'Tide', {
      to: { queue, deadLetters },
      ...(fifo ? { messageGroupId: 'harbour' } : {}),
      expression: 'rate(6 hours)',
      message: { kind: 'tide', at: '<aws.scheduler.scheduled-time>' },
      description: 'High water',
    });
  });
const idOf = (template: ReturnType<typeof scheduleTo>, start: string) =>
  Object.keys(template.toJSON()['Resources'] as object).find((id) => id.startsWith(start)) ?? '';
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const targetIn = (template: ReturnType<typeof scheduleTo>) => {
  const [schedule] = Object.values(template.findResources('AWS::Scheduler::Schedule'));
  return (schedule?.['Properties'] as { Target: object } | undefined)?.Target;
};

test('the message goes to the queue at its time, and to the dead letters where it cannot', () => {
  const template = scheduleTo(false);

  expectResource(template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(6 hours)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Description: 'High water',
  });
  expect(targetIn(template)).toEqual({
    Arn: arnOf(idOf(template, 'Work')),
    Input: '{"kind":"tide","at":"<aws.scheduler.scheduled-time>"}',
    RoleArn: arnOf(idOf(template, 'TideRole')),
    DeadLetterConfig: { Arn: arnOf(idOf(template, 'Missed')) },
  });
});

test('a FIFO queue gets it in its group', () => {
  expect(targetIn(scheduleTo(true))).toMatchObject({ SqsParameters: { MessageGroupId: 'harbour' } });
});

test('its role may send to these two queues, and is taken by Scheduler in the name of this account alone', () => {
  const template = scheduleTo(false);

  expectResource(template, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    },
    Policies: [
      {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: [arnOf(idOf(template, 'Missed')), arnOf(idOf(template, 'Work'))],
            },
          ],
        },
      },
    ],
  });
});
