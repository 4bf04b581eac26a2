import { createHash } from 'node:crypto';
import type { MessageAttribute, MessageAttributes } from './message.ts';

const STRING_TRANSPORT = 1;
const BINARY_TRANSPORT = 2;

/**
 * The digest of user attributes as SQS computes it; nothing when there are none.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function md5OfMessageAttributes(attributes: MessageAttributes): string | undefined {
  const named = Object.entries(attributes).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  if (named.length === 0) return undefined;
  const hash = createHash('md5');
  for (const [name, attribute] of named) hash.update(encode(name, attribute));
  return hash.digest('hex');
}

function encode(name: string, { DataType, StringValue, BinaryValue }: MessageAttribute): Buffer {
  const isBinary = DataType.startsWith('Binary');
  const value = isBinary ? Buffer.from(BinaryValue ?? '', 'base64') : Buffer.from(StringValue ?? '');
  return Buffer.concat([
    withLength(Buffer.from(name)),
    withLength(Buffer.from(DataType)),
    Buffer.of(isBinary ? BINARY_TRANSPORT : STRING_TRANSPORT),
    withLength(value),
  ]);
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
