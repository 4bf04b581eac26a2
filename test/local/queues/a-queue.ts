import { vi } from 'vitest';
import { Clock } from '#local/clock.ts';
import type { Queue } from '#local/estate.ts';
import { createQueues } from '#local/queues/queues.ts';

/** A standard queue, or a FIFO one if told, with AWS's defaults. */
export function aQueue(queue: Partial<Queue> = {}): Queue {
  const name = queue.name ?? (queue.fifo ? 'orders.fifo' : 'orders');
  return {
    logicalId: name,
    name,
    arn: queueArn(name),
    fifo: false,
    contentBasedDeduplication: false,
    deduplicationScope: 'queue',
    visibilityTimeoutSeconds: 30,
    retentionSeconds: 345_600,
    delaySeconds: 0,
    ...queue,
  };
}

export function queueArn(name: string): string {
  return `arn:aws:sqs:eu-west-1:111122223333:${name}`;
}

/** Queues on a clock that stands still unless it is advanced. */
export function openQueues(...queues: Queue[]) {
  vi.useFakeTimers({ toFake: ['Date'] });
  const clock = new Clock();
  const queueUrl = (name: string) => `http://127.0.0.1:1/111122223333/${name}`;
  return { clock, queues: createQueues({ queues, clock, accountId: '111122223333', queueUrl }) };
}

/** Lets all that was begun without waiting run to its end. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
