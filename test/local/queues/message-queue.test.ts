import { expect, test } from 'vitest';
import { aQueue, openQueues, queueArn } from './a-queue.ts';

const redrive = { deadLetterArn: queueArn('dead'), maxReceiveCount: 2 };

test('a received message is invisible until its timeout is over, then comes with another handle', () => {
  const { queues, clock } = openQueues(aQueue());
  queues.send('orders', { body: 'one' });
  const [first] = queues.take('orders', 1);
  clock.advance(29_999);
  expect(queues.take('orders', 1)).toEqual([]);
  clock.advance(1);
  const [second] = queues.take('orders', 1);
  expect(second).toMatchObject({ body: 'one', attributes: { ApproximateReceiveCount: '2' } });
  expect(second?.receiptHandle).not.toBe(first?.receiptHandle);
});

test('an old handle deletes nothing and raises nothing', () => {
  const { queues, clock } = openQueues(aQueue());
  queues.send('orders', { body: 'one' });
  const [first] = queues.take('orders', 1);
  clock.advance(30_000);
  const [second] = queues.take('orders', 1);
  queues.delete('orders', first?.receiptHandle ?? '');
  expect(queues.counts('orders').inFlight).toBe(1);
  queues.delete('orders', second?.receiptHandle ?? '');
  expect(queues.inspect('orders')).toEqual([]);
});

test('the last handle still deletes after its timeout', () => {
  const { queues, clock } = openQueues(aQueue());
  queues.send('orders', { body: 'one' });
  const [message] = queues.take('orders', 1);
  clock.advance(60_000);
  queues.delete('orders', message?.receiptHandle ?? '');
  expect(queues.inspect('orders')).toEqual([]);
});

test('visibility can be ended, extended up to twelve hours, and not changed once it is over', () => {
  const { queues, clock } = openQueues(aQueue());
  queues.send('orders', { body: 'one' });
  const take = () => queues.take('orders', 1)[0]?.receiptHandle ?? '';
  queues.changeVisibility('orders', take(), 0);
  const handle = take();
  clock.advance(10_000);
  expect(() => queues.changeVisibility('orders', handle, 43_200)).toThrow(/beyond the limit/);
  queues.changeVisibility('orders', handle, 43_190);
  expect(() => queues.changeVisibility('orders', handle, 43_201)).toThrow(/between 0 and 43200/);
  clock.advance(43_190_000);
  expect(() => queues.changeVisibility('orders', handle, 10)).toThrow(/not in flight/);
});

test('a message that was received too often goes to the dead letters at the next receive', () => {
  const { queues, clock } = openQueues(aQueue({ redrive }), aQueue({ name: 'dead' }));
  const { messageId } = queues.send('orders', { body: 'poison' });
  const [sentAt, arn] = [clock.now(), queueArn('orders')];
  for (const count of ['1', '2']) {
    expect(queues.take('orders', 1)[0]?.attributes.ApproximateReceiveCount).toBe(count);
    clock.advance(30_000);
  }
  expect(queues.inspect('dead')).toEqual([]);
  expect(queues.take('orders', 1)).toEqual([]);
  expect(queues.inspect('orders')).toEqual([]);
  expect(queues.take('dead', 1)).toMatchObject([
    {
      messageId,
      body: 'poison',
      attributes: {
        ApproximateReceiveCount: '3',
        SentTimestamp: String(sentAt),
        DeadLetterQueueSourceArn: arn,
      },
    },
  ]);
});

test('a dead-letter queue must exist and be of the same kind', () => {
  expect(() => openQueues(aQueue({ redrive }))).toThrow(/not in the estate/);
  const fifo = aQueue({ fifo: true, redrive });
  expect(() => openQueues(fifo, aQueue({ name: 'dead' }))).toThrow(/other kind/);
});

test('a delayed message comes after its delay, its own or the queue’s', () => {
  const { queues, clock } = openQueues(aQueue({ delaySeconds: 60 }));
  queues.send('orders', { body: 'slow' });
  queues.send('orders', { body: 'quick', delaySeconds: 5 });
  expect(queues.counts('orders')).toEqual({ ready: 0, blocked: 0, inFlight: 0, delayed: 2 });
  clock.advance(5000);
  expect(queues.take('orders', 10).map(({ body }) => body)).toEqual(['quick']);
  clock.advance(55_000);
  expect(queues.take('orders', 10).map(({ body }) => body)).toContain('slow');
});

test('a message is forgotten when its retention is over', () => {
  const { queues, clock } = openQueues(aQueue({ retentionSeconds: 60 }));
  queues.send('orders', { body: 'old' });
  clock.advance(60_000);
  expect(queues.take('orders', 1)).toEqual([]);
});

test('a fair queue takes groups, and does not lock them', () => {
  const { queues } = openQueues(aQueue());
  queues.send('orders', { body: 'one', groupId: 'a' });
  queues.send('orders', { body: 'two', groupId: 'a' });
  expect(queues.take('orders', 1)[0]?.attributes.MessageGroupId).toBe('a');
  expect(queues.take('orders', 1)).toHaveLength(1);
});

test('a long poll answers as soon as a message arrives or becomes visible, else empty at its end', async () => {
  const { queues, clock } = openQueues(aQueue());
  const arriving = queues.receive('orders', { waitSeconds: 20 });
  queues.send('orders', { body: 'one' });
  expect(await arriving).toHaveLength(1);

  const returning = queues.receive('orders', { waitSeconds: 20 });
  clock.advance(10_000);
  const ending = queues.receive('orders', { waitSeconds: 5, max: 10 });
  clock.advance(5000);
  expect(await ending).toEqual([]);
  // One move passes the end of the visibility timeout and that of the poll.
  clock.advance(15_000);
  expect(await returning).toHaveLength(1);
});

test('each end of a visibility timeout is heard of, the nearest first', async () => {
  const { queues, clock } = openQueues(aQueue());
  for (const body of ['late', 'early']) queues.send('orders', { body });
  const [, early] = queues.take('orders', 2);
  queues.changeVisibility('orders', early?.receiptHandle ?? '', 15);
  for (const body of ['early', 'late']) {
    const waiting = queues.receive('orders', { waitSeconds: 20, visibilitySeconds: 600 });
    clock.advance(15_000);
    expect(await waiting).toMatchObject([{ body }]);
  }
});

test('what arrives in one turn is announced once', async () => {
  const { queues, clock } = openQueues(aQueue());
  const heard: number[] = [];
  const stop = queues.onArrival('orders', () => heard.push(queues.counts('orders').ready));
  queues.send('orders', { body: 'one' });
  queues.send('orders', { body: 'two' });
  await Promise.resolve();
  expect(heard).toEqual([2]);
  queues.take('orders', 2);
  clock.advance(30_000);
  await Promise.resolve();
  expect(heard).toEqual([2, 2]);
  stop();
  queues.send('orders', { body: 'three' });
  await Promise.resolve();
  expect(heard).toHaveLength(2);
});

test('a purged queue is empty, and an unknown one is refused', () => {
  const { queues } = openQueues(aQueue());
  queues.send('orders', { body: 'one' });
  queues.purge('orders');
  expect(queues.inspect('orders')).toEqual([]);
  expect(() => queues.take('nowhere', 1)).toThrow(/does not exist/);
});
