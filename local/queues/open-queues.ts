import type { Clock } from '#local/clock.ts';
import type { Queue } from '#local/estate.ts';
import { MessageQueue } from './message-queue.ts';
import { sqsError } from './sqs-error.ts';

/** Opens the queues of an estate, each with its dead-letter queue, and returns how to find one by name. */
export function openQueues(estate: Queue[], clock: Clock): (name: string) => MessageQueue {
  const queues = new Map<string, MessageQueue>();
  const find = (name: string) => {
    const queue = queues.get(name);
    if (!queue) throw sqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  };
  for (const settings of estate) {
    const deadLetterQueue = checkRedrive(settings, estate);
    queues.set(
      settings.name,
      new MessageQueue(settings, clock, (message) => {
        if (deadLetterQueue) find(deadLetterQueue.name).acceptDeadLetter(message, settings.arn);
      }),
    );
  }
  return find;
}

/** AWS refuses to create a queue whose dead-letter queue is missing or of the other kind. */
function checkRedrive({ name, fifo, redrive }: Queue, estate: Queue[]): Queue | undefined {
  if (!redrive) return undefined;
  const deadLetterQueue = estate.find(({ arn }) => arn === redrive.deadLetterArn);
  if (!deadLetterQueue) throw new Error(`The dead-letter queue of ${name} is not in the estate`);
  if (deadLetterQueue.fifo !== fifo) throw new Error(`The dead-letter queue of ${name} is of the other kind`);
  return deadLetterQueue;
}
