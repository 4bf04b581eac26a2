import { errorFields, log } from '#lambdas/runtime/log.ts';
import { batchResponse, type DeadLetters, moveOrReturn } from '#lambdas/runtime/queue-handler.ts';
import type { BatchResponse, SqsEvent, SqsRecord } from '#lambdas/runtime/sqs-event.ts';

/**
 * A consumer of a standard queue that handles a batch as a whole. Each record is read by itself, and one that can never
 * be read goes to the dead letters by itself; all others are handled together, and all come back if that fails.
 */
export function batchHandler<Message>(
  read: (body: string) => Message,
  handleAll: (messages: Message[]) => Promise<void>,
  deadLetters: DeadLetters,
): (event: SqsEvent) => Promise<BatchResponse> {
  return async ({ Records }) => {
    const readable: SqsRecord[] = [];
    const messages: Message[] = [];
    const failed: { record: SqsRecord; error: unknown }[] = [];
    for (const record of Records) {
      try {
        messages.push(read(record.body));
        readable.push(record);
      } catch (error) {
        log.error('Message failed', { messageId: record.messageId, ...errorFields(error) });
        failed.push({ record, error });
      }
    }
    const handled = await idsOfFailure(readable, () => handleAll(messages));
    const moved = await Promise.all(
      failed.map(({ record, error }) => moveOrReturn(record, error, deadLetters)),
    );
    return batchResponse([...handled, ...moved.filter((id) => id !== undefined)]);
  };
}

/** Of all records where handling them fails, of none where it does not. */
async function idsOfFailure(records: SqsRecord[], handle: () => Promise<void>): Promise<string[]> {
  try {
    if (records.length > 0) await handle();
    return [];
  } catch (error) {
    log.error('Batch failed', { messages: records.length, ...errorFields(error) });
    return records.map(({ messageId }) => messageId);
  }
}
