import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { namedFields } from '#lambdas/runtime/named-fields.ts';
import { batchResponse, type DeadLetters, moveOrReturn } from '#lambdas/runtime/queue-handler.ts';
import type { BatchResponse, LambdaContext, SqsEvent, SqsRecord } from '#lambdas/runtime/sqs-event.ts';

/** SQS allows twelve hours; a channel that comes back should not wait longer than this. */
const LONGEST_BACKOFF_SECONDS = 900;
const FIRST_BACKOFF_SECONDS = 5;
const TRUSTED_ATTEMPTS = 4;
/** What tells people which message it was; no text of anybody. */
const LOGGED_FIELDS = ['key', 'channel'];
/** One message may take so long: three calls that all time out. A function that is killed repeats it. */
const RESERVE_SECONDS = 50;

export type FifoPorts = {
  deadLetters: DeadLetters;
  /** Keeps the records of one group out of sight for so long. */
  postpone: (records: SqsRecord[], seconds: number) => Promise<void>;
  random: () => number;
  /** How much time must be left to begin something, where it is more than usual. */
  reserveSeconds?: number;
};

/** What `handleGroup` made of its records: those not named succeeded. */
export type Failure = { record: SqsRecord; error: unknown };

/**
 * A consumer of a FIFO queue: the groups of a batch side by side, each handed over whole and in order.
 * A permanent failure goes to the dead letters and its group goes on. `handleGroup` stops at anything else
 * and returns that record and all behind it, else they would overtake it.
 */
export function fifoHandler(
  handleGroup: (records: SqsRecord[], hasTime: () => boolean) => Promise<Failure[]>,
  ports: FifoPorts,
): (event: SqsEvent, context: LambdaContext) => Promise<BatchResponse> {
  async function handleFailures(failures: Failure[]): Promise<string[]> {
    const retried: Failure[] = [];
    for (const failure of failures) {
      const { record, error } = failure;
      if (retried.length === 0) {
        const names = namedFields(record.body, LOGGED_FIELDS);
        log.error('Message failed', { messageId: record.messageId, ...names, ...errorFields(error) });
      }
      const id = await moveOrReturn(record, error, ports.deadLetters);
      if (id !== undefined) retried.push(failure);
    }
    await postpone(retried);
    return retried.map(({ record }) => record.messageId);
  }

  /**
   * All that comes back, for as long as its first record asks: SQS gives out nothing of a group while one of
   * its messages is out of sight, so a record left to the queue's visibility timeout would hold up the rest.
   * Where it fails they come back after that timeout.
   */
  async function postpone(retried: Failure[]): Promise<void> {
    const [first] = retried;
    if (!first) return;
    const records = retried.map(({ record }) => record);
    try {
      await ports.postpone(records, backoffSeconds(first.record, first.error, ports.random));
    } catch (error) {
      const fields = { messageId: first.record.messageId, ...errorFields(error) };
      log.warn('Messages could not be postponed', fields);
    }
  }

  return async (event, context) => {
    const reserve = (ports.reserveSeconds ?? RESERVE_SECONDS) * 1000;
    const hasTime = () => context.getRemainingTimeInMillis() > reserve;
    const groups = Map.groupBy(event.Records, (record) => record.attributes.MessageGroupId ?? '');
    const failures = await Promise.all([...groups.values()].map((group) => handleGroup(group, hasTime)));
    const retried = await Promise.all(failures.map(handleFailures));
    return batchResponse(retried.flat());
  };
}

/** One record after the other; the first failure that may pass later stops the group, as the end of time does. */
export async function inOrder(
  records: SqsRecord[],
  handle: (record: SqsRecord) => Promise<void>,
  hasTime: () => boolean,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [index, record] of records.entries()) {
    try {
      if (!hasTime()) throw new RetryLaterError('No time left in this invocation', { afterSeconds: 1 });
      await handle(record);
    } catch (error) {
      failures.push({ record, error });
      if (error instanceof PermanentError) continue;
      return [...failures, ...records.slice(index + 1).map((behind) => ({ record: behind, error }))];
    }
  }
  return failures;
}

/**
 * 5 s, doubled with each attempt, with jitter. A time that the other side named is kept; alone it counts for
 * the first attempts only, else "one second" during an outage would use up the receives of a message.
 */
function backoffSeconds(record: SqsRecord, error: unknown, random: () => number): number {
  const attempt = Number(record.attributes.ApproximateReceiveCount);
  const doubled = Math.min(FIRST_BACKOFF_SECONDS * 2 ** (attempt - 1), LONGEST_BACKOFF_SECONDS);
  const backoff = Math.ceil(doubled * (0.75 + random() / 4));
  if (!(error instanceof RetryLaterError) || error.afterSeconds === undefined) return backoff;
  const asked = Math.max(Math.ceil(error.afterSeconds), 1);
  return Math.min(attempt > TRUSTED_ATTEMPTS ? Math.max(asked, backoff) : asked, LONGEST_BACKOFF_SECONDS);
}
