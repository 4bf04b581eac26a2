import { type AwsAnswer, type AwsBackend, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { runBatch } from './batch.ts';
import { queueAttributes } from './queue-attributes.ts';
import type { Queues } from './queues.ts';
import { missingParameter, queryCode } from './sqs-error.ts';
import {
  toOutgoingMessage,
  toWireBatch,
  toWireMessage,
  toWireSent,
  type WireReceive,
  type WireSend,
} from './wire-message.ts';

type Entry = { Id: string };
type Handle = { ReceiptHandle?: string };
type Visibility = Handle & { VisibilityTimeout?: number };

/** SQS as SDK clients speak to it. */
export function sqsBackend(
  queues: Omit<Queues, 'sqsBackend'>,
  queueUrl: (name: string) => string,
): AwsBackend {
  const remove = (name: string, { ReceiptHandle }: Handle) => {
    queues.delete(name, required('ReceiptHandle', ReceiptHandle));
  };
  const changeVisibility = (name: string, { ReceiptHandle, VisibilityTimeout }: Visibility) => {
    const seconds = required('VisibilityTimeout', VisibilityTimeout);
    queues.changeVisibility(name, required('ReceiptHandle', ReceiptHandle), seconds);
  };
  const answer = awsJsonBackend({
    SendMessage: (input, { accessKeyId }) =>
      toWireSent(queues.send(queueName(input), toOutgoingMessage(input, accessKeyId))),
    SendMessageBatch(input, { accessKeyId }) {
      const entries = entriesOf<WireSend>(input).map((entry) => ({
        id: entry.id,
        message: toOutgoingMessage(entry, accessKeyId),
      }));
      return toWireBatch(queues.sendBatch(queueName(input), entries), toWireSent);
    },
    async ReceiveMessage(input) {
      const wanted = input as WireReceive;
      const messages = await queues.receive(queueName(input), {
        max: wanted.MaxNumberOfMessages,
        visibilitySeconds: wanted.VisibilityTimeout,
        waitSeconds: wanted.WaitTimeSeconds,
      });
      // An empty answer has no list at all, as on AWS: clients see `undefined`.
      return messages.length > 0
        ? { Messages: messages.map((message) => toWireMessage(message, wanted)) }
        : {};
    },
    DeleteMessage: (input) => remove(queueName(input), input),
    DeleteMessageBatch: (input) =>
      toWireBatch(runBatch(entriesOf<Handle>(input), (entry) => remove(queueName(input), entry))),
    ChangeMessageVisibility: (input) => changeVisibility(queueName(input), input),
    ChangeMessageVisibilityBatch: (input) =>
      toWireBatch(
        runBatch(entriesOf<Visibility>(input), (entry) => changeVisibility(queueName(input), entry)),
      ),
    GetQueueUrl: ({ QueueName }) => ({
      QueueUrl: queueUrl(queues.settings(required('QueueName', QueueName as string | undefined)).name),
    }),
    GetQueueAttributes(input) {
      const name = queueName(input);
      const names = (input.AttributeNames ?? []) as string[];
      return { Attributes: queueAttributes(queues.settings(name), queues.counts(name), names) };
    },
    ListQueues({ QueueNamePrefix = '' }) {
      const names = queues.names().filter((name) => name.startsWith(QueueNamePrefix as string));
      return names.length > 0 ? { QueueUrls: names.map(queueUrl) } : {};
    },
    PurgeQueue: (input) => queues.purge(queueName(input)),
  });
  return async (call) => withQueryError(await answer(call));
}

function queueName({ QueueUrl }: Record<string, unknown>): string {
  const url = required('QueueUrl', QueueUrl as string | undefined);
  return url.slice(url.lastIndexOf('/') + 1);
}

function entriesOf<T>({ Entries = [] }: Record<string, unknown>): (T & { id: string })[] {
  return (Entries as (T & Entry)[]).map((entry) => ({ ...entry, id: entry.Id }));
}

function required<T>(parameter: string, value: T | undefined): T {
  if (value === undefined) throw missingParameter(parameter);
  return value;
}

/** SQS still tells the codes of its older protocol in a header; clients show them as `error.Code`. */
function withQueryError(answer: AwsAnswer): AwsAnswer {
  if (answer.status === 200) return answer;
  const { __type: code } = JSON.parse(answer.body.toString()) as { __type: string };
  return { ...answer, headers: { ...answer.headers, 'x-amzn-query-error': `${queryCode(code)};Sender` } };
}
