import type { Queue } from '#local/estate.ts';
import type { MessageAttribute, OutgoingMessage } from './message.ts';
import { checkRange, invalidParameter, invalidValue, missingParameter } from './sqs-error.ts';

/** The largest message and the largest batch: 1 MiB since August 2025. */
export const MAXIMUM_BYTES = 1_048_576;
const MAXIMUM_DELAY_SECONDS = 900;
const MAXIMUM_ATTRIBUTES = 10;
const WRONG_QUEUE_TYPE = 'The request include parameter that is not valid for this queue type.';
const GROUP_OR_DEDUPLICATION_ID = /^[!-~]{1,128}$/;
const DATA_TYPE = /^(String|Number|Binary)(\..+)?$/;

/** Throws what AWS answers to a message that this queue does not take. */
export function checkMessage(queue: Queue, message: OutgoingMessage): void {
  if (!message.body) throw missingParameter('MessageBody');
  checkAttributes(message);
  if (messageBytes(message) > MAXIMUM_BYTES) {
    throw invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${MAXIMUM_BYTES} bytes.`,
    );
  }
  checkId('MessageGroupId', message.groupId);
  checkId('MessageDeduplicationId', message.deduplicationId);
  checkRange('DelaySeconds', message.delaySeconds, 0, MAXIMUM_DELAY_SECONDS);
  if (queue.fifo) checkFifoMessage(queue, message);
  else if (message.deduplicationId !== undefined) {
    throw invalidValue('MessageDeduplicationId', message.deduplicationId, WRONG_QUEUE_TYPE);
  }
}

/** What counts against the limits: the body and each attribute's name, type and value. */
export function messageBytes({ body, attributes = {} }: OutgoingMessage): number {
  const sizes = Object.entries(attributes).map(
    ([name, { DataType, StringValue = '', BinaryValue = '' }]) =>
      Buffer.byteLength(`${name}${DataType}${StringValue}`) + Buffer.byteLength(BinaryValue, 'base64'),
  );
  return sizes.reduce((sum, size) => sum + size, Buffer.byteLength(body));
}

function checkFifoMessage(queue: Queue, message: OutgoingMessage): void {
  if (message.groupId === undefined) throw missingParameter('MessageGroupId');
  if (message.deduplicationId === undefined && !queue.contentBasedDeduplication) {
    throw invalidParameter(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  if (message.delaySeconds) throw invalidValue('DelaySeconds', message.delaySeconds, WRONG_QUEUE_TYPE);
}

function checkId(parameter: string, value: string | undefined): void {
  if (value === undefined || GROUP_OR_DEDUPLICATION_ID.test(value)) return;
  throw invalidValue(
    parameter,
    value,
    `${parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
}

function checkAttributes({ attributes = {} }: OutgoingMessage): void {
  const named = Object.entries(attributes);
  if (named.length > MAXIMUM_ATTRIBUTES) {
    throw invalidParameter(
      `Number of message attributes [${named.length}] exceeds the allowed maximum [${MAXIMUM_ATTRIBUTES}].`,
    );
  }
  for (const [name, attribute] of named) checkAttribute(name, attribute);
}

function checkAttribute(name: string, { DataType, StringValue, BinaryValue }: MessageAttribute): void {
  if (!DATA_TYPE.test(DataType)) {
    throw invalidParameter(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  }
  if (DataType.startsWith('Binary') ? BinaryValue : StringValue) return;
  throw invalidParameter(
    `Message (user) attribute '${name}' must contain a non-empty value of type '${DataType}'.`,
  );
}
