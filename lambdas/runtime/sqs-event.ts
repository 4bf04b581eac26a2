/** What Lambda hands to a consumer of a queue; only the fields that are used. */
export type SqsRecord = {
  messageId: string;
  receiptHandle: string;
  body: string;
  eventSourceARN: string;
  attributes: {
    ApproximateReceiveCount: string;
    MessageGroupId?: string;
    MessageDeduplicationId?: string;
  };
};
export type SqsEvent = { Records: SqsRecord[] };
export type LambdaContext = { getRemainingTimeInMillis: () => number };
export type BatchResponse = { batchItemFailures: { itemIdentifier: string }[] };
