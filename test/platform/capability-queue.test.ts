import { Duration } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { expectCounts, expectEvery, expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const queuesOf = (fifo: boolean) =>
  synthesizeStack((stack) => {
    new CapabilityQueue(stack, 'Events', { fifo, consumerTimeout: Duration.seconds(20), maxReceiveCount: 4 });
  });

test('what fails again and again ends in the dead letters of the queue', () => {
  const template = queuesOf(false);
  const [deadLetters] = Object.keys(template.findResources('AWS::SQS::Queue')).filter((id) =>
    id.includes('DeadLetters'),
  );

  expectResource(template, 'AWS::SQS::Queue', {
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters, 'Arn'] }, maxReceiveCount: 4 },
  });
});

test('a message is handed out again after six timeouts of its function', () => {
  expectResource(queuesOf(false), 'AWS::SQS::Queue', { VisibilityTimeout: 120 });
});

test('a window in which batches grow comes on top, since messages wait in it', () => {
  const template = synthesizeStack((stack) => {
    new CapabilityQueue(stack, 'Events', {
      fifo: false,
      consumerTimeout: Duration.seconds(20),
      batchWindow: Duration.minutes(5),
      maxReceiveCount: 4,
    });
  });

  expectResource(template, 'AWS::SQS::Queue', { VisibilityTimeout: 420 });
});

test('messages and dead letters are kept for fourteen days, encrypted, behind TLS', () => {
  const template = queuesOf(false);

  expectEvery(template, 'AWS::SQS::Queue', {
    MessageRetentionPeriod: 1_209_600,
    SqsManagedSseEnabled: true,
  });
  expectCounts(template, { 'AWS::SQS::QueuePolicy': 2 });
});

test('both queues of a pair are FIFO, or none is', () => {
  const kinds = [true, false].map((fifo) =>
    Object.keys(queuesOf(fifo).findResources('AWS::SQS::Queue', { Properties: { FifoQueue: true } })),
  );

  expect(kinds.map(({ length }) => length)).toEqual([2, 0]);
});

test('a sender gives the deduplication id: content alone may be the same twice and mean two things', () => {
  expectEvery(queuesOf(true), 'AWS::SQS::Queue', { ContentBasedDeduplication: Match.absent() });
});
