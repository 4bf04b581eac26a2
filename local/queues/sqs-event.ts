import type { MessageAttribute, ReceivedMessage } from './message.ts';

/** What Lambda passes to a function for a batch of messages. */
export type SqsEvent = { Records: SqsRecord[] };
type SqsRecord = Omit<ReceivedMessage, 'messageAttributes'> & {
  messageAttributes: Record<string, SqsRecordAttribute>;
  eventSource: 'aws:sqs';
  eventSourceARN: string;
  awsRegion: string;
};
type SqsRecordAttribute = {
  stringValue?: string;
  binaryValue?: string;
  stringListValues: [];
  binaryListValues: [];
  dataType: string;
};

/** The event of a batch; the region is the queue's. */
export function toSqsEvent(messages: ReceivedMessage[], queueArn: string): SqsEvent {
  const [, , , awsRegion = ''] = queueArn.split(':');
  return {
    Records: messages.map((message) => ({
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: message.attributes,
      messageAttributes: Object.fromEntries(
        Object.entries(message.messageAttributes).map(([name, value]) => [name, toRecordAttribute(value)]),
      ),
      md5OfBody: message.md5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion,
    })),
  };
}

function toRecordAttribute({ DataType, StringValue, BinaryValue }: MessageAttribute): SqsRecordAttribute {
  return {
    ...(StringValue !== undefined && { stringValue: StringValue }),
    ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  };
}
