import type { SqsEvent, SqsRecord } from '#lambdas/runtime/sqs-event.ts';

/** A record of a queue; its id is its body unless told otherwise. */
export function aRecord(
  body: string,
  { group, attempt = 1 }: { group?: string; attempt?: number } = {},
): SqsRecord {
  return {
    messageId: body,
    receiptHandle: `receipt of ${body}`,
    body,
    eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:orders',
    attributes: {
      ApproximateReceiveCount: String(attempt),
      ...(group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `once ${body}` }),
    },
  };
}

/** A batch as Lambda hands it over. */
export function aBatch(...records: SqsRecord[]): SqsEvent {
  return { Records: records };
}
