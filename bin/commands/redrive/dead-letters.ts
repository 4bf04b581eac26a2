import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

/** Long enough to move ten messages, short enough to wait for after an interruption. */
const VISIBILITY_SECONDS = 60;
/** With a wait, SQS asks all its servers and not only some. */
const WAIT_SECONDS = 1;
const BATCH_SIZE = 10;

/** What lies in a dead-letter queue, and the way out of it. Bodies pass through unread. */
export function openDeadLetters(queueUrl: string) {
  const client = new SQSClient({});
  const receive = async (max: number, visibilitySeconds: number): Promise<Message[]> => {
    const request = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(max, BATCH_SIZE),
      VisibilityTimeout: visibilitySeconds,
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['MessageGroupId', 'SentTimestamp'],
      MessageAttributeNames: ['All'],
    });
    return (await client.send(request)).Messages ?? [];
  };

  return {
    async count(): Promise<{ visible: number; beingRead: number }> {
      const request = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] });
      const { Attributes = {} } = await client.send(request);
      return {
        visible: Number(Attributes['ApproximateNumberOfMessages']),
        beingRead: Number(Attributes['ApproximateNumberOfMessagesNotVisible']),
      };
    },

    /** When some of them were sent; they stay as visible as they were. */
    async sentTimes(): Promise<Date[]> {
      const messages = await receive(BATCH_SIZE, 0);
      return messages.map(({ Attributes }) => new Date(Number(Attributes?.SentTimestamp)));
    },

    receive: (max: number) => receive(max, VISIBILITY_SECONDS),

    /** The deduplication id is the message's own: SQS drops the repeat after an interruption. */
    async send(to: string, { MessageId, Body, MessageAttributes, Attributes }: Message): Promise<void> {
      const MessageGroupId = Attributes?.MessageGroupId;
      const order = to.endsWith('.fifo') ? { MessageGroupId, MessageDeduplicationId: MessageId } : {};
      const message = { QueueUrl: to, MessageBody: Body, MessageAttributes, ...order };
      await client.send(new SendMessageCommand(message));
    },

    async remove({ ReceiptHandle }: Message): Promise<void> {
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    },
  };
}
