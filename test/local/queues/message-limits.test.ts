import { expect, test } from 'vitest';
import type { OutgoingMessage } from '#local/queues/message.ts';
import { aQueue, openQueues } from './a-queue.ts';

const MEBIBYTE = 1_048_576;

const refusedBy = (queue: 'orders' | 'orders.fifo', message: OutgoingMessage) => {
  const { queues } = openQueues(aQueue(), aQueue({ fifo: true }));
  return () => queues.send(queue, message);
};

const attribute = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });

test.each<[string, 'orders' | 'orders.fifo', OutgoingMessage, string, RegExp]>([
  ['an empty body', 'orders', { body: '' }, 'MissingParameter', /MessageBody/],
  ['no group', 'orders.fifo', { body: 'x', deduplicationId: '1' }, 'MissingParameter', /MessageGroupId/],
  ['no way to tell repeats', 'orders.fifo', { body: 'x', groupId: 'a' }, 'InvalidParameterValue', /either/],
  [
    'a delay of its own',
    'orders.fifo',
    { body: 'x', groupId: 'a', deduplicationId: '1', delaySeconds: 5 },
    'InvalidParameterValue',
    /DelaySeconds is invalid.*queue type/,
  ],
  [
    'a deduplication id',
    'orders',
    { body: 'x', deduplicationId: '1' },
    'InvalidParameterValue',
    /queue type/,
  ],
  [
    'a group with a space',
    'orders',
    { body: 'x', groupId: 'a b' },
    'InvalidParameterValue',
    /MessageGroupId/,
  ],
  [
    'a delay of an hour',
    'orders',
    { body: 'x', delaySeconds: 3600 },
    'InvalidParameterValue',
    /DelaySeconds/,
  ],
  ['a byte too much', 'orders', { body: 'x'.repeat(MEBIBYTE + 1) }, 'InvalidParameterValue', /shorter than/],
  [
    'attributes that make it too long',
    'orders',
    { body: 'x'.repeat(MEBIBYTE - 10), attributes: { name: attribute('value') } },
    'InvalidParameterValue',
    /shorter than/,
  ],
  [
    'an attribute of an unknown type',
    'orders',
    { body: 'x', attributes: { name: attribute('value', 'Text') } },
    'InvalidParameterValue',
    /type prefixes/,
  ],
  [
    'an attribute without a value',
    'orders',
    { body: 'x', attributes: { name: attribute('') } },
    'InvalidParameterValue',
    /non-empty/,
  ],
  [
    'eleven attributes',
    'orders',
    {
      body: 'x',
      attributes: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`n${i}`, attribute('v')])),
    },
    'InvalidParameterValue',
    /exceeds/,
  ],
])('a message with %s is refused by %s', (_, queue, message, code, reason) => {
  const send = refusedBy(queue, message);
  expect(send).toThrow(expect.objectContaining({ code }) as Error);
  expect(send).toThrow(reason);
});

test('a message of exactly one mebibyte is taken', () => {
  expect(refusedBy('orders', { body: 'x'.repeat(MEBIBYTE) })).not.toThrow();
});

test('a batch is refused as a whole when it is too long together', () => {
  const { queues } = openQueues(aQueue());
  const entries = ['1', '2'].map((id) => ({ id, message: { body: 'x'.repeat(MEBIBYTE / 2 + 1) } }));
  expect(() => queues.sendBatch('orders', entries)).toThrow(/cannot be longer than/);
  expect(queues.inspect('orders')).toEqual([]);
});
