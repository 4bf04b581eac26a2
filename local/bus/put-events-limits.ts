import { AwsError } from '#local/proxy/aws-call.ts';
import type { PutEventsEntry } from './bus-event.ts';

const MAXIMUM_ENTRIES = 10;
const MAXIMUM_BYTES = 1024 * 1024;
const TIME_BYTES = 14;

/**
 * Throws what EventBridge answers to a request with too many entries, or entries that are too large together.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
 */
export function refuseOversize(entries: PutEventsEntry[]): void {
  if (entries.length < 1 || entries.length > MAXIMUM_ENTRIES) {
    throw new AwsError('ValidationException', `A request has 1 to ${MAXIMUM_ENTRIES} entries.`);
  }
  const bytes = entries.map(entryBytes).reduce((sum, size) => sum + size, 0);
  if (bytes > MAXIMUM_BYTES) {
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
}

function entryBytes({ Source, DetailType, Detail, Resources = [], Time }: PutEventsEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources].map((text) => Buffer.byteLength(text ?? ''));
  return texts.reduce((sum, size) => sum + size, Time === undefined ? 0 : TIME_BYTES);
}
