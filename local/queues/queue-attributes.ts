import type { Queue } from '#local/estate.ts';
import type { MessageState } from './delivery-order.ts';
import { MAXIMUM_BYTES } from './message-limits.ts';
import { sqsError } from './sqs-error.ts';

const OPTIONAL = ['Policy', 'RedrivePolicy', 'FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope'];

/** The answer of GetQueueAttributes: all of them for `All`, else those that are set and asked for. */
export function queueAttributes(
  queue: Queue,
  counts: Record<MessageState, number>,
  asked: string[],
): Record<string, string> {
  const attributes = { ...countAttributes(counts), ...settingAttributes(queue) };
  const unknown = asked.find((name) => name !== 'All' && !(name in attributes) && !OPTIONAL.includes(name));
  if (unknown) throw sqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  const wanted = Object.entries(attributes).filter(([name]) => asked.includes('All') || asked.includes(name));
  return Object.fromEntries(wanted);
}

function countAttributes(counts: Record<MessageState, number>): Record<string, string> {
  return {
    ApproximateNumberOfMessages: String(counts.ready + counts.blocked),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
  };
}

function settingAttributes(queue: Queue): Record<string, string> {
  const { redrive, policy } = queue;
  const { deadLetterArn: deadLetterTargetArn, maxReceiveCount } = redrive ?? {};
  return {
    QueueArn: queue.arn,
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    DelaySeconds: String(queue.delaySeconds),
    MaximumMessageSize: String(MAXIMUM_BYTES),
    ReceiveMessageWaitTimeSeconds: '0',
    ...(redrive && { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }) }),
    ...(policy && { Policy: JSON.stringify(policy) }),
    ...(queue.fifo && {
      FifoQueue: 'true',
      ContentBasedDeduplication: String(queue.contentBasedDeduplication),
      DeduplicationScope: queue.deduplicationScope,
    }),
  };
}
