import type { Clock } from '#local/clock.ts';
import type { Queue } from '#local/estate.ts';
import type { AwsBackend } from '#local/proxy/aws-call.ts';
import type { BatchResult } from './batch.ts';
import type { MessageState } from './delivery-order.ts';
import { longPoll } from './long-poll.ts';
import {
  type OutgoingMessage,
  type ReceivedMessage,
  type SentMessage,
  type StoredMessage,
  toReceivedMessage,
  toSentMessage,
} from './message.ts';
import { checkMessage } from './message-limits.ts';
import { MAXIMUM_VISIBILITY_SECONDS } from './message-queue.ts';
import { openQueues } from './open-queues.ts';
import { type OutgoingEntry, sendBatch } from './send-batch.ts';
import { sqsBackend } from './sqs-backend.ts';
import { checkRange } from './sqs-error.ts';

/** A message as a console shows it. */
type MessageView = StoredMessage & { state: MessageState };

type ReceiveOptions = { max?: number; visibilitySeconds?: number; waitSeconds?: number };

/** The queues of an estate. Every function names a queue and throws AWS's error where AWS would. */
export type Queues = {
  names(): string[];
  settings(queueName: string): Queue;
  send(queueName: string, message: OutgoingMessage): SentMessage;
  sendBatch(queueName: string, entries: OutgoingEntry[]): BatchResult<SentMessage>;
  /** Up to `max` messages (1 unless told), waiting up to `waitSeconds` by the clock for the first. */
  receive(queueName: string, options?: ReceiveOptions): Promise<ReceivedMessage[]>;
  /** Up to `max` messages that are there now. */
  take(queueName: string, max: number): ReceivedMessage[];
  delete(queueName: string, receiptHandle: string): void;
  changeVisibility(queueName: string, receiptHandle: string, seconds: number): void;
  counts(queueName: string): Record<MessageState, number>;
  /** Every message of the queue, oldest first; looking changes nothing. */
  inspect(queueName: string): MessageView[];
  purge(queueName: string): void;
  /** Calls back whenever there may be something new to receive; returns how to stop. */
  onArrival(queueName: string, callback: () => void): () => void;
  sqsBackend: AwsBackend;
};

export type QueuesOptions = {
  queues: Queue[];
  clock: Clock;
  /** The sender of what is sent from inside this process. */
  accountId: string;
  queueUrl: (name: string) => string;
};

/** An in-memory SQS with the queues of an estate: delivery, locks and limits as AWS documents them. */
export function createQueues({ queues: estate, clock, accountId, queueUrl }: QueuesOptions): Queues {
  const open = openQueues(estate, clock);
  const queues: Omit<Queues, 'sqsBackend'> = {
    names: () => estate.map(({ name }) => name),
    settings: (name) => open(name).settings,
    send(name, message) {
      checkMessage(open(name).settings, message);
      return toSentMessage(open(name).send({ senderId: accountId, ...message }));
    },
    sendBatch: (name, entries) => sendBatch(open(name), entries, (message) => queues.send(name, message)),
    async receive(name, { max = 1, visibilitySeconds, waitSeconds = 0 } = {}) {
      checkRange('MaxNumberOfMessages', max, 1, 10);
      checkRange('WaitTimeSeconds', waitSeconds, 0, 20);
      checkRange('VisibilityTimeout', visibilitySeconds, 0, MAXIMUM_VISIBILITY_SECONDS);
      const messages = await longPoll(open(name), clock, { max, visibilitySeconds, waitSeconds });
      return messages.map(toReceivedMessage);
    },
    take: (name, max) => open(name).take(max).map(toReceivedMessage),
    delete: (name, handle) => open(name).delete(handle),
    changeVisibility(name, handle, seconds) {
      checkRange('VisibilityTimeout', seconds, 0, MAXIMUM_VISIBILITY_SECONDS);
      open(name).changeVisibility(handle, seconds);
    },
    counts: (name) => open(name).counts(),
    inspect: (name) =>
      open(name)
        .contents()
        .map(([message, state]) => ({ ...message, state })),
    purge: (name) => open(name).purge(),
    onArrival: (name, callback) => open(name).bell.listen(callback),
  };
  return { ...queues, sqsBackend: sqsBackend(queues, queueUrl) };
}
