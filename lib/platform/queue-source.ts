import type { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { grants } from '#lib/platform/grants.ts';

export type QueueSourceProps = {
  maxConcurrency: number;
  /** More than ten need a window. */
  batchSize?: number;
  /** A batch waits for so long to become full; the visibility timeout of the queue must count it in. */
  batchWindow?: Duration;
};

/**
 * Lets a function consume a queue, failures reported message by message. Not CDK's SqsEventSource: its
 * grant holds actions that nothing here calls.
 */
export function consumeQueue(
  fn: Function,
  queue: IQueue,
  { maxConcurrency, batchSize = 10, batchWindow }: QueueSourceProps,
): void {
  const grant = grants.receive(queue, fn);
  const source = fn.addEventSourceMapping('Source', {
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    ...(batchWindow ? { maxBatchingWindow: batchWindow } : {}),
    reportBatchItemFailures: true,
  });
  // CloudFormation would else create the mapping before the role may receive.
  grant.applyBefore(source);
}
