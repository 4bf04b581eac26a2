import { expect, test } from 'vitest';
import type { Queue } from '#local/estate.ts';
import { aQueue, openQueues, queueArn, settled } from './a-queue.ts';

const QUEUE = 'orders.fifo';

function openFifo(settings: Partial<Queue> = {}, ...others: Queue[]) {
  const opened = openQueues(aQueue({ fifo: true, contentBasedDeduplication: true, ...settings }), ...others);
  const send = (...bodies: string[]) =>
    bodies.map((body) => opened.queues.send(QUEUE, { body, groupId: body[0] ?? '' }));
  const take = (max = 10) => opened.queues.take(QUEUE, max);
  return { ...opened, send, take };
}

const bodies = (messages: { body: string }[]) => messages.map(({ body }) => body);

test('one receive holds as many messages of a group as fit, then those of the next group', () => {
  const { send, take } = openFifo();
  send('A1', 'B1', 'A2', 'B2', 'A3', 'B3', 'A4', 'B4', 'A5', 'B5', 'A6');
  expect(bodies(take())).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', 'B4']);
});

test('a group is locked while one of its messages is in flight', () => {
  const { queues, send, take } = openFifo();
  send('A1', 'A2', 'B1', 'A3');
  const [first, second] = take(2);
  expect(queues.counts(QUEUE)).toEqual({ ready: 1, blocked: 1, inFlight: 2, delayed: 0 });
  expect(bodies(take())).toEqual(['B1']);
  queues.delete(QUEUE, first?.receiptHandle ?? '');
  expect(take()).toEqual([]);
  queues.delete(QUEUE, second?.receiptHandle ?? '');
  expect(bodies(take())).toEqual(['A3']);
});

test('a delete tells those who wait for the rest of the group', async () => {
  const { queues, send, take } = openFifo();
  send('A1', 'A2');
  const [first] = take(1);
  const waiting = queues.receive(QUEUE, { waitSeconds: 20 });
  await settled();
  queues.delete(QUEUE, first?.receiptHandle ?? '');
  expect(bodies(await waiting)).toEqual(['A2']);
});

test('a returned message comes back in its own place, once the rest of its batch is settled', () => {
  const { queues, clock, send, take } = openFifo();
  send('A1', 'A2', 'A3');
  const [first, second] = take(2);
  queues.changeVisibility(QUEUE, first?.receiptHandle ?? '', 0);
  expect(take()).toEqual([]);
  queues.changeVisibility(QUEUE, second?.receiptHandle ?? '', 5);
  clock.advance(5000);
  expect(bodies(take())).toEqual(['A1', 'A2', 'A3']);
});

test('a handle whose visibility is over neither deletes nor extends', () => {
  const { queues, clock, send, take } = openFifo();
  send('A1');
  const handle = take()[0]?.receiptHandle ?? '';
  clock.advance(30_000);
  expect(() => queues.delete(QUEUE, handle)).toThrow(/The receipt handle has expired/);
  expect(() => queues.changeVisibility(QUEUE, handle, 10)).toThrow(/The receipt handle has expired/);
  take();
  expect(() => queues.delete(QUEUE, handle)).toThrow(/The receipt handle has expired/);
});

test('a repeat within five minutes is answered like the first and not delivered, even after a delete', () => {
  const { queues, clock, send, take } = openFifo();
  const [first] = send('A1');
  queues.delete(QUEUE, take()[0]?.receiptHandle ?? '');
  clock.advance(299_999);
  expect(send('A1')[0]).toEqual(first);
  expect(take()).toEqual([]);
  clock.advance(1);
  expect(send('A1')[0]?.messageId).not.toBe(first?.messageId);
});

test('an explicit id decides over the body', () => {
  const { queues, take } = openFifo();
  queues.send(QUEUE, { body: 'one', groupId: 'A', deduplicationId: 'same' });
  queues.send(QUEUE, { body: 'two', groupId: 'A', deduplicationId: 'same' });
  queues.send(QUEUE, { body: 'one', groupId: 'A', deduplicationId: 'other' });
  expect(take().map(({ attributes }) => attributes.MessageDeduplicationId)).toEqual(['same', 'other']);
});

test.each([
  ['queue', ['A']],
  ['messageGroup', ['A', 'B']],
] as const)('deduplication with scope %s delivers to groups %j', (deduplicationScope, groups) => {
  const { queues, take } = openFifo({ deduplicationScope });
  for (const groupId of ['A', 'B']) queues.send(QUEUE, { body: 'same', groupId });
  expect(take().map(({ attributes }) => attributes.MessageGroupId)).toEqual(groups);
});

test('a poison message goes to the dead letters, the rest of its group comes in the same receive', () => {
  const dead = aQueue({ name: 'dead.fifo', fifo: true });
  const redrive = { deadLetterArn: queueArn('dead.fifo'), maxReceiveCount: 1 };
  const { queues, clock, send, take } = openFifo({ redrive }, dead);
  const sent = send('A1', 'A2');
  take(1);
  clock.advance(30_000);
  expect(bodies(take())).toEqual(['A2']);
  const [letter] = queues.take('dead.fifo', 1);
  expect(letter).toMatchObject({
    messageId: sent[0]?.messageId,
    attributes: { MessageGroupId: 'A', SentTimestamp: String(clock.now()) },
  });
});

test('sequence numbers grow in the order of sending', () => {
  const { send } = openFifo();
  const numbers = send('A1', 'B1', 'A2').map(({ sequenceNumber = '' }) => sequenceNumber);
  expect(numbers.every((number) => /^\d{20}$/.test(number))).toBe(true);
  expect(numbers.toSorted()).toEqual(numbers);
});
