import { createHash } from 'node:crypto';
import {
  type BatchResultErrorEntry,
  ChangeMessageVisibilityBatchCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetters } from '#lambdas/runtime/queue-handler.ts';
import type { SqsRecord } from '#lambdas/runtime/sqs-event.ts';

/** A message of a FIFO queue: `group` and `deduplication` are hashed to what SQS allows. */
export type FifoMessage = { body: unknown; group: string; deduplication: string };

/** SendMessageBatch takes ten entries. */
const BATCH_SIZE = 10;

const sqs = new SQSClient({});

/** Sends to a FIFO queue in order; a refused entry is an error, since SQS reports it with HTTP 200. */
export async function sendInOrder(queueUrl: string, messages: FifoMessage[]): Promise<void> {
  for (let start = 0; start < messages.length; start += BATCH_SIZE) {
    const entries = messages.slice(start, start + BATCH_SIZE).map((message, index) => ({
      Id: String(index),
      MessageBody: textOf(message.body),
      MessageGroupId: hash(message.group),
      MessageDeduplicationId: hash(message.deduplication),
    }));
    const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
    refuseFailed(Failed, entries.length);
  }
}

/** Sends to a standard queue, in no order; a refused entry is an error, since SQS reports it with HTTP 200. */
export async function sendAll(queueUrl: string, bodies: unknown[]): Promise<void> {
  for (let start = 0; start < bodies.length; start += BATCH_SIZE) {
    const entries = bodies
      .slice(start, start + BATCH_SIZE)
      .map((body, index) => ({ Id: String(index), MessageBody: textOf(body) }));
    const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
    refuseFailed(Failed, entries.length);
  }
}

/** Moves a record to the dead letters as it is. */
export function deadLetters(queueUrl: string): DeadLetters {
  return async ({ body, messageId, attributes }) => {
    const fifo = attributes.MessageGroupId !== undefined && queueUrl.endsWith('.fifo');
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        ...(fifo ? { MessageGroupId: attributes.MessageGroupId, MessageDeduplicationId: messageId } : {}),
      }),
    );
  };
}

/** Keeps up to ten records out of sight for so many seconds. */
export function postpone(queueUrl: string): (records: SqsRecord[], seconds: number) => Promise<void> {
  return async (records, seconds) => {
    const entries = records.map(({ receiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: seconds,
    }));
    const { Failed } = await sqs.send(
      new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
    );
    refuseFailed(Failed, entries.length);
  };
}

function refuseFailed(failed: BatchResultErrorEntry[] | undefined, total: number): void {
  if (!failed || failed.length === 0) return;
  throw new Error(`SQS refused ${failed.length} of ${total} messages: ${failed[0]?.Code}`);
}

/** JSON leaves two characters as they are that SQS refuses. */
function textOf(body: unknown): string {
  return JSON.stringify(body).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
