import type { BatchResult } from './batch.ts';
import type { MessageAttributes, OutgoingMessage, ReceivedMessage, SentMessage } from './message.ts';
import { md5OfMessageAttributes } from './message-attributes-md5.ts';
import { sqsError } from './sqs-error.ts';

export type WireSend = {
  MessageBody?: string;
  MessageGroupId?: string;
  MessageDeduplicationId?: string;
  DelaySeconds?: number;
  MessageAttributes?: MessageAttributes;
  MessageSystemAttributes?: unknown;
};
export type WireReceive = {
  MaxNumberOfMessages?: number;
  VisibilityTimeout?: number;
  WaitTimeSeconds?: number;
  /** The deprecated name of the next one; AWS takes both. */
  AttributeNames?: string[];
  MessageSystemAttributeNames?: string[];
  MessageAttributeNames?: string[];
};

/** A message of SendMessage, or of one entry of a batch. */
export function toOutgoingMessage(wire: WireSend, senderId: string): OutgoingMessage {
  if (wire.MessageSystemAttributes) {
    throw sqsError('UnsupportedOperation', 'MessageSystemAttributes are not emulated.');
  }
  return {
    body: wire.MessageBody ?? '',
    groupId: wire.MessageGroupId,
    deduplicationId: wire.MessageDeduplicationId,
    delaySeconds: wire.DelaySeconds,
    attributes: wire.MessageAttributes,
    senderId,
  };
}

/** The answer of SendMessage, or the share of one entry in that of a batch. */
export function toWireSent(sent: SentMessage) {
  return {
    MessageId: sent.messageId,
    MD5OfMessageBody: sent.md5OfBody,
    MD5OfMessageAttributes: sent.md5OfAttributes,
    SequenceNumber: sent.sequenceNumber,
  };
}

/** A received message with the attributes that its receiver asked for; the digest covers those only. */
export function toWireMessage(message: ReceivedMessage, wanted: WireReceive) {
  const { AttributeNames = [], MessageSystemAttributeNames = [], MessageAttributeNames = [] } = wanted;
  const systemNames = [...AttributeNames, ...MessageSystemAttributeNames];
  const attributes = pick(message.attributes, (name) => isAsked(name, systemNames));
  const messageAttributes = pick(message.messageAttributes, (name) => isAsked(name, MessageAttributeNames));
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: message.md5OfBody,
    Attributes: attributes,
    MessageAttributes: messageAttributes,
    MD5OfMessageAttributes: messageAttributes && md5OfMessageAttributes(messageAttributes),
  };
}

/** The answer of any batch operation. */
export function toWireBatch<Success>(result: BatchResult<Success>, toWire?: (success: Success) => object) {
  return {
    Successful: result.successful.map((success) => ({ Id: success.id, ...toWire?.(success) })),
    Failed: result.failed.map(({ id, code, message, senderFault }) => ({
      Id: id,
      Code: code,
      Message: message,
      SenderFault: senderFault,
    })),
  };
}

/** Nothing at all where nothing is left, as AWS leaves an empty map out. */
function pick<T>(values: Record<string, T>, isWanted: (name: string) => boolean) {
  const entries = Object.entries(values).filter(([name]) => isWanted(name));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** `All`, a name, or a prefix such as `trace.*`; `.*` is the prefix of every name. */
function isAsked(name: string, asked: string[]): boolean {
  return asked.some((entry) => {
    if (entry === 'All' || entry === name) return true;
    return entry.endsWith('.*') && name.startsWith(entry.slice(0, -2));
  });
}
