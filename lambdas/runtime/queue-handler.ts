import type * as z from 'zod/mini';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { BatchResponse, SqsEvent, SqsRecord } from '#lambdas/runtime/sqs-event.ts';

export type DeadLetters = (record: SqsRecord) => Promise<void>;

/**
 * A consumer of a standard queue: records side by side, failures returned one by one. What can never
 * succeed is moved to the dead letters at once, so that its alarm does not wait for all the retries.
 */
export function queueHandler<Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: (message: z.infer<Schema>) => Promise<void>,
  deadLetters: DeadLetters,
): (event: SqsEvent) => Promise<BatchResponse> {
  async function handleRecord(record: SqsRecord): Promise<string | undefined> {
    try {
      await handle(parseBody(schema, record.body));
      return undefined;
    } catch (error) {
      log.error('Message failed', { messageId: record.messageId, ...errorFields(error) });
      return moveOrReturn(record, error, deadLetters);
    }
  }

  return async (event) => {
    const failed = await Promise.all(event.Records.map(handleRecord));
    return batchResponse(failed.filter((id) => id !== undefined));
  };
}

export function batchResponse(failedIds: string[]): BatchResponse {
  return { batchItemFailures: failedIds.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** Moves what can never succeed to the dead letters; the id of what must be retried comes back. */
export async function moveOrReturn(
  record: SqsRecord,
  error: unknown,
  deadLetters: DeadLetters,
): Promise<string | undefined> {
  if (!(error instanceof PermanentError)) return record.messageId;
  try {
    await deadLetters(record);
    return undefined;
  } catch (moveError) {
    log.error('Dead letter could not be moved', { messageId: record.messageId, ...errorFields(moveError) });
    return record.messageId;
  }
}
