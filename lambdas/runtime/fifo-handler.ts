import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { batchResponse, type DeadLetters, moveOrReturn } from '#lambdas/runtime/queue-handler.ts';
import type { BatchResponse, SqsEvent, SqsRecord } from '#lambdas/runtime/sqs-event.ts';

/** SQS allows twelve hours; a channel that comes back should not wait longer than this. */
const LONGEST_BACKOFF_SECONDS = 900;
const FIRST_BACKOFF_SECONDS = 5;

export type FifoPorts = {
  deadLetters: DeadLetters;
  /** Keeps a record, and with it its group, out of sight for so long. */
  postpone: (record: SqsRecord, seconds: number) => Promise<void>;
  random: () => number;
};

/** What `handleGroup` made of its records: those not named succeeded. */
export type Failure = { record: SqsRecord; error: unknown };

/**
 * A consumer of a FIFO queue: the groups of a batch side by side, each handed over whole and in order.
 * A permanent failure goes to the dead letters and its group goes on. `handleGroup` stops at anything else
 * and returns that record and all behind it, else they would overtake it.
 */
export function fifoHandler(
  handleGroup: (records: SqsRecord[]) => Promise<Failure[]>,
  ports: FifoPorts,
): (event: SqsEvent) => Promise<BatchResponse> {
  async function handleFailures(failures: Failure[]): Promise<string[]> {
    const retried: string[] = [];
    for (const { record, error } of failures) {
      if (retried.length === 0) {
        log.error('Message failed', { messageId: record.messageId, ...errorFields(error) });
      }
      const id = await moveOrReturn(record, error, ports.deadLetters);
      if (id === undefined) continue;
      if (retried.length === 0) await postpone(record, error);
      retried.push(id);
    }
    return retried;
  }

  /** Where it fails, the record comes back after the queue's own visibility timeout. */
  async function postpone(record: SqsRecord, error: unknown): Promise<void> {
    try {
      await ports.postpone(record, backoffSeconds(record, error, ports.random));
    } catch (postponeError) {
      const fields = { messageId: record.messageId, ...errorFields(postponeError) };
      log.warn('Message could not be postponed', fields);
    }
  }

  return async (event) => {
    const groups = Map.groupBy(event.Records, (record) => record.attributes.MessageGroupId ?? '');
    const failures = await Promise.all([...groups.values()].map(handleGroup));
    const retried = await Promise.all(failures.map(handleFailures));
    return batchResponse(retried.flat());
  };
}

/** One record after the other; the first failure that may pass later stops the group. */
export async function inOrder(
  records: SqsRecord[],
  handle: (record: SqsRecord) => Promise<void>,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [index, record] of records.entries()) {
    try {
      await handle(record);
    } catch (error) {
      failures.push({ record, error });
      if (error instanceof PermanentError) continue;
      return [...failures, ...records.slice(index + 1).map((behind) => ({ record: behind, error }))];
    }
  }
  return failures;
}

/** Where the other side named a time that is it; else 5 s, doubled with each attempt, with jitter. */
function backoffSeconds(record: SqsRecord, error: unknown, random: () => number): number {
  if (error instanceof RetryLaterError && error.afterSeconds !== undefined) {
    return Math.min(Math.max(Math.ceil(error.afterSeconds), 0), LONGEST_BACKOFF_SECONDS);
  }
  const attempt = Number(record.attributes.ApproximateReceiveCount);
  const backoff = Math.min(FIRST_BACKOFF_SECONDS * 2 ** (attempt - 1), LONGEST_BACKOFF_SECONDS);
  return Math.ceil(backoff * (0.75 + random() / 4));
}
