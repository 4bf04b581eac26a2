import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { grants } from '#lib/platform/grants.ts';

/**
 * Lets a function consume a queue, failures reported message by message. Not CDK's SqsEventSource: its
 * grant holds actions that nothing here calls.
 */
export function consumeQueue(
  fn: Function,
  queue: IQueue,
  { maxConcurrency, batchSize = 10 }: { maxConcurrency: number; batchSize?: number },
): void {
  const grant = grants.receive(queue, fn);
  const source = fn.addEventSourceMapping('Source', {
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    reportBatchItemFailures: true,
  });
  // CloudFormation would else create the mapping before the role may receive.
  grant.applyBefore(source);
}
