import { expect, test } from 'vitest';
import type { EventSource, Queue } from '#local/estate.ts';
import { type InvokeResult, type PollerStep, startPollers } from '#local/queues/event-source-poller.ts';
import type { SqsEvent } from '#local/queues/sqs-event.ts';
import { aQueue, openQueues, queueArn, settled } from './a-queue.ts';

type Setup = {
  queue?: Partial<Queue>;
  source?: Partial<EventSource>;
  answer?: (event: SqsEvent) => InvokeResult;
};

const ok: InvokeResult = { status: 'ok', payload: null, requestId: 'request-1' };
const handles = (event: SqsEvent) => event.Records.map(({ body }) => body);

/** A poller whose function works until `finish` is called. */
function startPoller({ queue = {}, source = {}, answer = () => ok }: Setup) {
  const settings = aQueue(queue);
  const opened = openQueues(settings);
  const events: SqsEvent[] = [];
  const steps: PollerStep[] = [];
  const working: (() => void)[] = [];
  const pollers = startPollers({
    ...opened,
    sources: [
      {
        logicalId: 'Mapping',
        functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:worker',
        queueArn: queueArn(settings.name),
        batchSize: 10,
        batchWindowSeconds: 0,
        reportBatchItemFailures: true,
        ...source,
      },
    ],
    invoke(_, event) {
      events.push(event);
      return new Promise((resolve) => {
        working.push(() => resolve(answer(event)));
      });
    },
    onStep: (step) => steps.push(step),
  });
  const send = (...bodies: string[]) =>
    bodies.map((body) =>
      opened.queues.send(settings.name, {
        body,
        ...(settings.fifo && { groupId: body[0], deduplicationId: body }),
      }),
    );
  const finish = async () => {
    working.splice(0).forEach((end) => end());
    await settled();
  };
  return { ...opened, name: settings.name, pollers, events, steps, send, finish };
}

test('a batch is received, handed over as Lambda’s event, and deleted when the function succeeds', async () => {
  const { send, events, steps, finish, queues, pollers, clock } = startPoller({});
  expect(pollers.idle()).toBe(true);
  const [sent] = send('one', 'two');
  expect(pollers.idle()).toBe(false);
  await settled();
  expect(events).toHaveLength(1);
  expect(events[0]?.Records[0]).toMatchObject({
    messageId: sent?.messageId,
    body: 'one',
    md5OfBody: sent?.md5OfBody,
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(clock.now()) },
    messageAttributes: {},
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn('orders'),
    awsRegion: 'eu-west-1',
  });
  expect(pollers.idle()).toBe(false);
  await finish();
  expect(queues.inspect('orders')).toEqual([]);
  expect(pollers.idle()).toBe(true);
  expect(steps.map(({ kind }) => kind)).toEqual(['received', 'invoked', 'deleted']);
  expect(steps[2]).toMatchObject({ queue: 'orders', requestId: 'request-1', messageIds: { length: 2 } });
});

test('the messages that the function names as failed stay until their visibility ends', async () => {
  const answer = ({ Records: [first] }: SqsEvent): InvokeResult => ({
    status: 'ok',
    payload: { batchItemFailures: [{ itemIdentifier: first?.messageId }] },
  });
  const { send, events, steps, finish, pollers, clock } = startPoller({ answer });
  send('bad', 'good');
  await settled();
  await finish();
  expect(steps.slice(2).map(({ kind, messageIds }) => [kind, messageIds.length])).toEqual([
    ['deleted', 1],
    ['returned', 1],
  ]);
  expect(pollers.idle()).toBe(true);
  clock.advance(30_000);
  await settled();
  expect(events.map(handles)).toEqual([['bad', 'good'], ['bad']]);
});

test('a failed invocation deletes nothing, nor does an answer nobody asked for keep anything', async () => {
  const failed = startPoller({ answer: () => ({ status: 'error' }) });
  failed.send('one');
  await settled();
  await failed.finish();
  expect(failed.queues.counts('orders').inFlight).toBe(1);

  const all = { status: 'ok', payload: { batchItemFailures: [{ itemIdentifier: 'x' }] } } as const;
  const silent = startPoller({ source: { reportBatchItemFailures: false }, answer: () => all });
  silent.send('one');
  await settled();
  await silent.finish();
  expect(silent.queues.inspect('orders')).toEqual([]);
});

test('a function that ends the visibility of a failed message gets it again at once', async () => {
  const { send, events, finish, queues } = startPoller({ answer: () => ({ status: 'error' }) });
  send('one');
  await settled();
  queues.changeVisibility('orders', events[0]?.Records[0]?.receiptHandle ?? '', 0);
  await finish();
  expect(events.map(handles)).toEqual([['one'], ['one']]);
});

test('no more batches are in flight than the mapping allows', async () => {
  const { send, events, finish } = startPoller({ source: { batchSize: 1, maximumConcurrency: 2 } });
  send('1', '2', '3', '4', '5');
  await settled();
  expect(events).toHaveLength(2);
  await finish();
  expect(events).toHaveLength(4);
});

test('without a limit of the mapping five batches are in flight', async () => {
  const { send, events } = startPoller({ source: { batchSize: 1 } });
  send('1', '2', '3', '4', '5', '6', '7');
  await settled();
  expect(events).toHaveLength(5);
});

test('a FIFO group is in one batch at a time, other groups go on', async () => {
  const { send, events, finish } = startPoller({ queue: { fifo: true }, source: { batchSize: 2 } });
  send('A1', 'A2', 'A3', 'B1');
  await settled();
  expect(events.map(handles)).toEqual([['A1', 'A2'], ['B1']]);
  send('A4', 'B2');
  await settled();
  expect(events).toHaveLength(2);
  await finish();
  expect(events.slice(2).map(handles)).toEqual([['A3', 'A4'], ['B2']]);
});

test('messages behind a failed one of their group are not waited for', async () => {
  const { send, finish, pollers, queues, name } = startPoller({
    queue: { fifo: true },
    source: { batchSize: 1 },
    answer: () => ({ status: 'error' }),
  });
  send('A1', 'A2');
  await settled();
  await finish();
  expect(queues.counts(name)).toMatchObject({ inFlight: 1, blocked: 1 });
  expect(pollers.idle()).toBe(true);
});

test('a FIFO message whose visibility ended while the function worked is returned', async () => {
  const { send, steps, finish, clock } = startPoller({ queue: { fifo: true } });
  send('A1');
  await settled();
  clock.advance(30_000);
  await finish();
  expect(steps.map(({ kind }) => kind)).toContain('returned');
  expect(steps.map(({ kind }) => kind)).not.toContain('deleted');
});

test('a batch window gathers until its end, or until the batch is full', async () => {
  const { send, events, finish, clock, pollers } = startPoller({
    source: { batchSize: 12, batchWindowSeconds: 5 },
  });
  send('1', '2');
  await settled();
  clock.advance(4000);
  send('3');
  await settled();
  expect(events).toEqual([]);
  // Nothing moves until the clock does.
  expect(pollers.idle()).toBe(true);
  clock.advance(1000);
  expect(pollers.idle()).toBe(false);
  expect(events.map(handles)).toEqual([['1', '2', '3']]);
  await finish();
  send(...Array.from({ length: 12 }, (_, index) => `${index}`));
  await settled();
  expect(events[1]?.Records).toHaveLength(12);
});

test('mappings that AWS refuses are refused', () => {
  expect(() => startPoller({ source: { batchSize: 11 } })).toThrow(/needs a batch window/);
  const fifo = { queue: { fifo: true }, source: { batchWindowSeconds: 1 } };
  expect(() => startPoller(fifo)).toThrow(/no batch window/);
});

test('a stopped poller receives no more', async () => {
  const { send, events, pollers } = startPoller({});
  pollers.stop();
  send('one');
  await settled();
  expect(events).toEqual([]);
});
