import { AwsError } from '#local/proxy/aws-call.ts';
import { queryCode, sqsError } from './sqs-error.ts';

const MAXIMUM_ENTRIES = 10;
const ENTRY_ID = /^[\w-]{1,80}$/;

type FailedEntry = { id: string; code: string; message: string; senderFault: true };
export type BatchResult<Success> = { successful: (Success & { id: string })[]; failed: FailedEntry[] };

/** Runs each entry of a batch request by itself: one that is refused does not keep the others back. */
export function runBatch<Entry extends { id: string }, Success>(
  entries: Entry[],
  run: (entry: Entry) => Success,
): BatchResult<Success> {
  checkEntries(entries);
  const result: BatchResult<Success> = { successful: [], failed: [] };
  for (const entry of entries) {
    try {
      result.successful.push({ ...run(entry), id: entry.id });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const code = queryCode(error.code);
      result.failed.push({ id: entry.id, code, message: error.message, senderFault: true });
    }
  }
  return result;
}

function checkEntries(entries: { id: string }[]): void {
  const ids = entries.map(({ id }) => id);
  if (ids.length === 0) {
    throw sqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (ids.length > MAXIMUM_ENTRIES) {
    const message = `Maximum number of entries per request are ${MAXIMUM_ENTRIES}. You have sent ${ids.length}.`;
    throw sqsError('TooManyEntriesInBatchRequest', message);
  }
  if (!ids.every((id) => ENTRY_ID.test(id))) {
    const message =
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.';
    throw sqsError('InvalidBatchEntryId', message);
  }
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw sqsError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
}
