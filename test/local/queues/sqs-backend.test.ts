import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aQueue, queueArn } from './a-queue.ts';
import { serveQueues } from './sqs-server.ts';

let server: Awaited<ReturnType<typeof serveQueues>>;
let QueueUrl: string;
let FifoUrl: string;

beforeAll(async () => {
  const redrive = { deadLetterArn: queueArn('dead'), maxReceiveCount: 3 };
  server = await serveQueues(
    aQueue({ redrive }),
    aQueue({ name: 'dead' }),
    aQueue({ fifo: true, contentBasedDeduplication: true }),
  );
  QueueUrl = server.urlOf('orders');
  FifoUrl = server.urlOf('orders.fifo');
});
afterAll(() => server.close());
beforeEach(() => server.queues.names().forEach((name) => server.queues.purge(name)));

const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Id: `m${index}`, MessageBody: `body ${index}` }));

test('a message goes through the client’s own checks with its attributes and system attributes', async () => {
  const { client } = server;
  const MessageAttributes = {
    kind: { DataType: 'String', StringValue: 'alert' },
    bytes: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 3]) },
  };
  const sent = await client.send(
    new SendMessageCommand({ QueueUrl, MessageBody: 'grüße 👋', MessageAttributes }),
  );
  const { Messages: [message] = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    }),
  );
  expect(message).toMatchObject({
    MessageId: sent.MessageId,
    Body: 'grüße 👋',
    MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
    Attributes: { ApproximateReceiveCount: '1', SenderId: 'AKIAREEVE' },
    MessageAttributes: { kind: { StringValue: 'alert' }, bytes: { BinaryValue: new Uint8Array([1, 2, 3]) } },
  });
});

test('attributes come only if asked for, by name or prefix', async () => {
  const { client } = server;
  const attribute = { DataType: 'String', StringValue: 'x' };
  const MessageAttributes = { 'trace.id': attribute, 'trace.parent': attribute, other: attribute };
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one', MessageAttributes }));
  const receive = async (names?: string[]) => {
    const { Messages: [message] = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: names, VisibilityTimeout: 0 }),
    );
    expect(message?.Attributes).toBeUndefined();
    return Object.keys(message?.MessageAttributes ?? {});
  };
  expect(await receive()).toEqual([]);
  expect(await receive(['trace.*'])).toEqual(['trace.id', 'trace.parent']);
  expect(await receive(['other', 'absent'])).toEqual(['other']);
});

test('a batch of ten is received, changed and deleted as batches', async () => {
  const { client, queues } = server;
  const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries(10) }));
  expect(sent.Successful).toHaveLength(10);
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  const handles = Messages.map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle }));
  const Entries = handles.map((entry) => ({ ...entry, VisibilityTimeout: 60 }));
  await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  const broken = { Id: 'broken', ReceiptHandle: 'nonsense' };
  const deleted = await client.send(
    new DeleteMessageBatchCommand({ QueueUrl, Entries: [...handles.slice(1), broken] }),
  );
  expect(deleted.Successful).toHaveLength(9);
  expect(deleted.Failed).toMatchObject([{ Id: 'broken', Code: 'ReceiptHandleIsInvalid', SenderFault: true }]);
  expect(queues.counts('orders').inFlight).toBe(1);
});

test('an empty receive has no list of messages', async () => {
  const { Messages } = await server.client.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages).toBeUndefined();
});

test('a long poll hears of a message sent meanwhile', async () => {
  const { client } = server;
  const receiving = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
  expect((await receiving).Messages).toHaveLength(1);
});

test('moving the clock ends a visibility timeout, and FIFO then refuses the handle', async () => {
  const { client, clock } = server;
  const MessageGroupId = 'a';
  const sent = await client.send(
    new SendMessageCommand({ QueueUrl: FifoUrl, MessageBody: 'one', MessageGroupId }),
  );
  expect(sent.SequenceNumber).toMatch(/^\d{20}$/);
  const { Messages: [message] = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: FifoUrl }));
  clock.advance(30_000);
  const { ReceiptHandle } = message ?? {};
  const late = client.send(new DeleteMessageCommand({ QueueUrl: FifoUrl, ReceiptHandle }));
  await expect(late).rejects.toThrow(/The receipt handle has expired/);
});

test.each([
  ['empty', [], 'EmptyBatchRequest'],
  ['too long', entries(11), 'TooManyEntriesInBatchRequest'],
  ['with an id twice', [...entries(1), ...entries(1)], 'BatchEntryIdsNotDistinct'],
  ['with an impossible id', [{ Id: 'a:b', MessageBody: 'x' }], 'InvalidBatchEntryId'],
])('a batch that is %s is refused with AWS’s name', async (_, Entries, name) => {
  const sending = server.client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  await expect(sending).rejects.toMatchObject({ name, Code: `AWS.SimpleQueueService.${name}` });
});

test('errors reach callers as the client’s own exceptions', async () => {
  const { client, urlOf } = server;
  const nowhere = client.send(new SendMessageCommand({ QueueUrl: urlOf('nowhere'), MessageBody: 'x' }));
  await expect(nowhere).rejects.toBeInstanceOf(QueueDoesNotExist);
  const ungrouped = client.send(new SendMessageCommand({ QueueUrl: FifoUrl, MessageBody: 'x' }));
  await expect(ungrouped).rejects.toMatchObject({ name: 'MissingParameter' });
  const batch = client.send(new SendMessageBatchCommand({ QueueUrl: FifoUrl, Entries: entries(1) }));
  await expect(batch).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  const eleven = client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 }));
  await expect(eleven).rejects.toThrow(/between 1 and 10/);
  const handle = { QueueUrl, ReceiptHandle: 'nonsense', VisibilityTimeout: 1 };
  const unknown = client.send(new ChangeMessageVisibilityCommand(handle));
  await expect(unknown).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
});

test('queues are found, listed, described and purged', async () => {
  const { client, queues } = server;
  const { QueueUrl: found } = await client.send(new GetQueueUrlCommand({ QueueName: 'orders' }));
  expect(found).toBe(QueueUrl);
  const { QueueUrls } = await client.send(new ListQueuesCommand({ QueueNamePrefix: 'orders' }));
  expect(QueueUrls).toEqual([QueueUrl, FifoUrl]);
  queues.send('orders', { body: 'one' });
  const describe = (AttributeNames: 'All'[] | 'Policy'[] | 'QueueArn'[]) =>
    client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  expect((await describe(['All'])).Attributes).toMatchObject({
    QueueArn: queueArn('orders'),
    ApproximateNumberOfMessages: '1',
    VisibilityTimeout: '30',
    RedrivePolicy: `{"deadLetterTargetArn":"${queueArn('dead')}","maxReceiveCount":3}`,
  });
  expect((await describe(['QueueArn'])).Attributes).toEqual({ QueueArn: queueArn('orders') });
  expect((await describe(['Policy'])).Attributes).toEqual({});
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  expect(queues.inspect('orders')).toEqual([]);
});
