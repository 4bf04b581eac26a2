import { type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as messageQueue from '#lambdas/runtime/message-queue.ts';
import { aQueue } from '#test/local/queues/a-queue.ts';
import { serveQueues } from '#test/local/queues/sqs-server.ts';
import { aRecord } from '#test/runtime/a-record.ts';

let server: Awaited<ReturnType<typeof serveQueues>>;
let queue: typeof messageQueue;

beforeAll(async () => {
  server = await serveQueues(
    aQueue({ name: 'orders.fifo', fifo: true }),
    aQueue({ name: 'dead.fifo', fifo: true }),
    aQueue({ name: 'dead' }),
  );
  vi.stubEnv('AWS_ENDPOINT_URL', new URL(server.urlOf('')).origin);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  // The SQS client reads its environment when the module loads.
  queue = await import('#lambdas/runtime/message-queue.ts');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(() => server.queues.names().forEach((name) => server.queues.purge(name)));

async function receive(name: string): Promise<Message[]> {
  const { Messages = [] } = await server.client.send(
    new ReceiveMessageCommand({
      QueueUrl: server.urlOf(name),
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['All'],
    }),
  );
  return Messages;
}

const anOrder = (number: number, group = 'Ada') => ({
  body: { number },
  group,
  deduplication: `test ${expect.getState().currentTestName} ${number}`,
});

describe('sendInOrder', () => {
  test('keeps the order of a group over more than one batch', async () => {
    const orders = Array.from({ length: 12 }, (_, number) => anOrder(number));
    await queue.sendInOrder(server.urlOf('orders.fifo'), orders);
    const bodies = (await receive('orders.fifo')).map(({ Body }) => Body);
    expect(bodies).toEqual(orders.slice(0, 10).map(({ body }) => JSON.stringify(body)));
  });

  test('takes any text as a group, and a repeat for the same', async () => {
    const order = anOrder(1, 'a group with blanks, as long as it likes '.repeat(20));
    await queue.sendInOrder(server.urlOf('orders.fifo'), [order, order]);
    const messages = await receive('orders.fifo');
    expect(messages.map(({ Attributes }) => Attributes?.MessageGroupId)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  test('fails where SQS refuses an entry, though it answers with HTTP 200', async () => {
    // A standard queue takes no deduplication id.
    await expect(queue.sendInOrder(server.urlOf('dead'), [anOrder(1), anOrder(2)])).rejects.toThrow(
      'SQS refused 2 of 2 messages: InvalidParameterValue',
    );
  });
});

describe('sendAll', () => {
  test('sends more than one batch', async () => {
    const bodies = Array.from({ length: 12 }, (_, number) => ({ number }));
    await queue.sendAll(server.urlOf('dead'), bodies);
    const received = [...(await receive('dead')), ...(await receive('dead'))].map(({ Body }) => Body);
    expect(new Set(received)).toEqual(new Set(bodies.map((body) => JSON.stringify(body))));
  });

  test('sends nothing where there is nothing', async () => {
    await queue.sendAll(server.urlOf('dead'), []);
    expect(await receive('dead')).toEqual([]);
  });
});

describe('deadLetters', () => {
  test('moves a record of a FIFO queue as it is, within its group, once', async () => {
    const move = queue.deadLetters(server.urlOf('dead.fifo'));
    const record = aRecord('{"number":1}', { group: 'Ada' });
    await move({ ...record, messageId: 'm-1' });
    await move({ ...record, messageId: 'm-1' });
    const messages = await receive('dead.fifo');
    expect(messages.map(({ Body, Attributes }) => [Body, Attributes?.MessageGroupId])).toEqual([
      ['{"number":1}', 'Ada'],
    ]);
  });

  test('moves a record of a standard queue as it is', async () => {
    await queue.deadLetters(server.urlOf('dead'))(aRecord('no JSON'));
    expect((await receive('dead')).map(({ Body }) => Body)).toEqual(['no JSON']);
  });
});

test('postpone keeps records out of sight for so long', async () => {
  await queue.sendInOrder(server.urlOf('orders.fifo'), [anOrder(1)]);
  const [message] = await receive('orders.fifo');
  const record = { ...aRecord('x'), receiptHandle: message?.ReceiptHandle ?? '' };
  await queue.postpone(server.urlOf('orders.fifo'))([record], 600);
  server.clock.advance(599_000);
  expect(await receive('orders.fifo')).toEqual([]);
  server.clock.advance(2_000);
  expect(await receive('orders.fifo')).toHaveLength(1);
});
