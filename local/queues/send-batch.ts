import { type BatchResult, runBatch } from './batch.ts';
import type { OutgoingMessage, SentMessage } from './message.ts';
import { MAXIMUM_BYTES, messageBytes } from './message-limits.ts';
import type { MessageQueue } from './message-queue.ts';
import { invalidParameter, sqsError } from './sqs-error.ts';

export type OutgoingEntry = { id: string; message: OutgoingMessage };

/** Sends up to ten messages; what AWS refuses as a whole is refused before any is sent. */
export function sendBatch(
  queue: MessageQueue,
  entries: OutgoingEntry[],
  send: (message: OutgoingMessage) => SentMessage,
): BatchResult<SentMessage> {
  const bytes = entries.reduce((sum, { message }) => sum + messageBytes(message), 0);
  if (bytes > MAXIMUM_BYTES) {
    const reason = `Batch requests cannot be longer than ${MAXIMUM_BYTES} bytes. You have sent ${bytes} bytes.`;
    throw sqsError('BatchRequestTooLong', reason);
  }
  // In a batch AWS answers a missing group with InvalidParameterValue for the whole request.
  if (queue.settings.fifo && entries.some(({ message }) => message.groupId === undefined)) {
    throw invalidParameter('The request must contain the parameter MessageGroupId.');
  }
  return runBatch(entries, ({ message }) => send(message));
}
