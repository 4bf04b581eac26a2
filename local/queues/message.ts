import { createHash } from 'node:crypto';
import { md5OfMessageAttributes } from './message-attributes-md5.ts';

/** A user attribute as the wire carries it: `BinaryValue` is base64. */
export type MessageAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };
export type MessageAttributes = Record<string, MessageAttribute>;

/** What a sender hands over. */
export type OutgoingMessage = {
  body: string;
  groupId?: string;
  deduplicationId?: string;
  delaySeconds?: number;
  attributes?: MessageAttributes;
  senderId?: string;
};

/** What a sender gets back; `sequenceNumber` on FIFO queues only. */
export type SentMessage = {
  messageId: string;
  md5OfBody: string;
  md5OfAttributes?: string;
  sequenceNumber?: string;
};

/** A message inside a queue; moments are in milliseconds since 1970. */
export type StoredMessage = OutgoingMessage & {
  messageId: string;
  senderId: string;
  sequenceNumber?: string;
  sentAt: number;
  /** Nobody receives it before: a delay, or the visibility timeout of its last receive. */
  visibleAt: number;
  /** That of the last receive; none before the first one in this queue. */
  receiptHandle?: string;
  firstReceivedAt?: number;
  lastReceivedAt?: number;
  /** Receives in all queues it went through. */
  receiveCount: number;
  /** Receives in this queue: what a redrive policy counts. */
  receivesHere: number;
  deadLetterSourceArn?: string;
};

/** What a receiver gets. */
export type ReceivedMessage = {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  /** System attributes under AWS's names: `ApproximateReceiveCount`, `MessageGroupId` … */
  attributes: Record<string, string>;
  messageAttributes: MessageAttributes;
};

/** The answer to a send, with the digests that SDK clients verify. */
export function toSentMessage({ messageId, body, attributes, sequenceNumber }: StoredMessage): SentMessage {
  const md5OfAttributes = md5OfMessageAttributes(attributes ?? {});
  return {
    messageId,
    md5OfBody: md5(body),
    ...(md5OfAttributes && { md5OfAttributes }),
    ...(sequenceNumber && { sequenceNumber }),
  };
}

/** A message that was just handed out, as its receiver sees it. */
export function toReceivedMessage(message: StoredMessage): ReceivedMessage {
  const { messageId, receiptHandle = '', body, attributes: messageAttributes = {} } = message;
  const attributes = Object.entries(systemAttributes(message)).filter(([, value]) => value !== undefined);
  return {
    messageId,
    receiptHandle,
    body,
    md5OfBody: md5(body),
    attributes: Object.fromEntries(attributes.map(([name, value]) => [name, String(value)])),
    messageAttributes,
  };
}

function systemAttributes(message: StoredMessage) {
  return {
    ApproximateReceiveCount: message.receiveCount,
    SentTimestamp: message.sentAt,
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: message.firstReceivedAt,
    SequenceNumber: message.sequenceNumber,
    MessageGroupId: message.groupId,
    MessageDeduplicationId: message.deduplicationId,
    DeadLetterQueueSourceArn: message.deadLetterSourceArn,
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
