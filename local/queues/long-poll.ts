import type { Clock } from '#local/clock.ts';
import type { StoredMessage } from './message.ts';
import { MAXIMUM_IN_FLIGHT, type MessageQueue } from './message-queue.ts';
import { sqsError } from './sqs-error.ts';

type Poll = { max: number; visibilitySeconds?: number; waitSeconds: number };

/** Takes what is there, or waits by the clock until something is. */
export function longPoll(queue: MessageQueue, clock: Clock, poll: Poll): Promise<StoredMessage[]> {
  const take = () => queue.take(poll.max, poll.visibilitySeconds);
  const atOnce = take();
  if (poll.waitSeconds === 0) refuseOverLimit(queue, atOnce);
  if (atOnce.length > 0 || poll.waitSeconds === 0) return Promise.resolve(atOnce);
  const { promise, resolve } = Promise.withResolvers<StoredMessage[]>();
  const settle = (messages: StoredMessage[]) => {
    stopListening();
    cancelDeadline();
    resolve(messages);
  };
  const stopListening = queue.bell.listen(() => {
    const messages = take();
    if (messages.length > 0) settle(messages);
  });
  // One more look: a move of the clock may pass both the end of a visibility timeout and this deadline.
  const cancelDeadline = clock.timer(clock.now() + poll.waitSeconds * 1000, () => settle(take()));
  return promise;
}

/** Only a short poll of a standard queue hears of the limit; others get an empty answer. */
function refuseOverLimit(queue: MessageQueue, taken: StoredMessage[]): void {
  if (taken.length > 0 || queue.settings.fifo || queue.counts().inFlight < MAXIMUM_IN_FLIGHT) return;
  throw sqsError('OverLimit', `The limit of ${MAXIMUM_IN_FLIGHT} messages in flight is reached.`, 403);
}
