import type { Clock } from '#local/clock.ts';
import type { EventSource } from '#local/estate.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { failedMessageIds } from './batch-response.ts';
import { BatchWindow } from './batch-window.ts';
import type { ReceivedMessage } from './message.ts';
import type { Queues } from './queues.ts';
import { type SqsEvent, toSqsEvent } from './sqs-event.ts';

const DEFAULT_CONCURRENCY = 5;
const RECEIVE_AT_MOST = 10;

/** How an invocation ended: `payload` is the function's answer, parsed. */
export type InvokeResult =
  | { status: 'ok'; payload?: unknown; requestId?: string }
  | { status: 'error'; requestId?: string };

/** One step on the way of a batch. `returned` messages wait in their queue for their visibility to end. */
export type PollerStep = {
  at: number;
  kind: 'received' | 'invoked' | 'deleted' | 'returned';
  queue: string;
  function: string;
  messageIds: string[];
  requestId?: string;
};

export type PollerOptions = {
  sources: EventSource[];
  queues: Queues;
  clock: Clock;
  invoke: (functionArn: string, event: SqsEvent) => Promise<InvokeResult>;
  onStep?: (step: PollerStep) => void;
};

/**
 * `idle`: nothing can be received now and nothing is being processed; what waits for its time is not counted, such
 * as a batch for the end of its window.
 */
export type Pollers = { idle: () => boolean; stop: () => void };

/** What Lambda does for event source mappings: receives, invokes, deletes what succeeded. */
export function startPollers({ sources, ...options }: PollerOptions): Pollers {
  const pollers = sources.map((source) => startPoller(source, options));
  return {
    idle: () => pollers.every(({ idle }) => idle()),
    stop: () => pollers.forEach(({ stop }) => stop()),
  };
}

function startPoller(source: EventSource, options: Omit<PollerOptions, 'sources'>): Pollers {
  const { queues, clock, invoke, onStep } = options;
  const queue = source.queueArn.slice(source.queueArn.lastIndexOf(':') + 1);
  const concurrency = source.maximumConcurrency ?? DEFAULT_CONCURRENCY;
  let running = 0;
  let stopped = false;

  const report = (kind: PollerStep['kind'], messages: ReceivedMessage[], requestId?: string) => {
    if (messages.length === 0) return;
    const messageIds = messages.map(({ messageId }) => messageId);
    onStep?.({ at: clock.now(), kind, queue, function: source.functionArn, messageIds, requestId });
  };

  const window = new BatchWindow(source, queues.settings(queue), clock, (batch) => {
    running += 1;
    void work(batch).finally(() => {
      running -= 1;
      receive();
    });
  });

  const hasRoom = () => !stopped && running < concurrency;

  function receive() {
    while (hasRoom()) {
      const messages = queues.take(queue, Math.min(window.room, RECEIVE_AT_MOST));
      if (messages.length === 0) return;
      report('received', messages);
      window.add(messages);
    }
  }

  async function work(batch: ReceivedMessage[]) {
    report('invoked', batch);
    const result = await invoke(source.functionArn, toSqsEvent(batch, source.queueArn));
    const failed = new Set(failedOf(source, result, batch));
    const deleted = batch.filter((message) => !failed.has(message.messageId) && tryDelete(message));
    report('deleted', deleted, result.requestId);
    const returned = batch.filter((message) => !deleted.includes(message));
    report('returned', returned, result.requestId);
  }

  /** Not with a handle that ended while the function worked: that message is received again, as on AWS. */
  function tryDelete({ receiptHandle }: ReceivedMessage): boolean {
    try {
      queues.delete(queue, receiptHandle);
      return true;
    } catch (error) {
      if (error instanceof AwsError) return false;
      throw error;
    }
  }

  const stopListening = queues.onArrival(queue, receive);
  receive();
  return {
    idle: () => running === 0 && queues.counts(queue).ready === 0,
    stop() {
      stopped = true;
      stopListening();
      window.close();
    },
  };
}

function failedOf({ reportBatchItemFailures }: EventSource, result: InvokeResult, batch: ReceivedMessage[]) {
  const messageIds = batch.map(({ messageId }) => messageId);
  if (result.status === 'error') return messageIds;
  return reportBatchItemFailures ? failedMessageIds(result.payload, messageIds) : [];
}
