import type { AwsError } from '#local/proxy/aws-call.ts';
import { invalidValue, sqsError } from './sqs-error.ts';

/** The handle of one receive of one message in one queue. */
export function receiptHandle(queueName: string, messageId: string, receive: number): string {
  return Buffer.from(`${queueName} ${messageId} ${receive}`).toString('base64');
}

/** The message a handle is for; throws unless this queue gave it out. */
export function messageIdOf(handle: string, queueName: string): string {
  const [queue, messageId, receive] = Buffer.from(handle, 'base64').toString().split(' ');
  if (queue === queueName && messageId && receive) return messageId;
  throw sqsError(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
    404,
  );
}

/** FIFO queues refuse a handle once its visibility timeout is over. */
export function expiredHandle(handle: string): AwsError {
  return invalidValue('ReceiptHandle', handle, 'The receipt handle has expired.');
}

/** The message is gone, or was received again since. */
export function unavailableHandle(handle: string): AwsError {
  const reason = 'Message does not exist or is not available for visibility timeout change.';
  return invalidValue('ReceiptHandle', handle, reason);
}
