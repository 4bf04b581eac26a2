import { deepEqual, throws } from 'node:assert/strict';
import type { ReceivedMessage } from '#local/queues/message.ts';
import { aQueue, openQueues } from './a-queue.ts';

const QUEUE = 'orders.fifo';
const VISIBILITY_MILLISECONDS = 30_000;

/** A FIFO queue beside what must be true of it; a body is its group and a number that grows. */
export class FifoModel {
  #opened = openQueues(aQueue({ fifo: true }));
  #sent = 0;
  /** Sent and not deleted, in the order of sending. */
  kept = new Set<string>();
  /** The last receives, with the end of their visibility. */
  #held = new Map<string, { message: ReceivedMessage; until: number }>();

  send(group: string): void {
    this.#sent += 1;
    const body = `${group}${this.#sent}`;
    this.#opened.queues.send(QUEUE, { body, groupId: group, deduplicationId: body });
    this.kept.add(body);
  }

  receive(max: number): ReceivedMessage[] {
    const inFlight = [...this.#held].filter(([, { until }]) => until > this.#now);
    const locked = new Set(inFlight.map(([body]) => body.charAt(0)));
    const open = [...this.kept].filter((body) => !locked.has(body.charAt(0)));
    const inOrder = [...Map.groupBy(open, (body) => body.charAt(0)).values()].flat();
    const messages = this.#opened.queues.take(QUEUE, max);
    deepEqual(
      messages.map(({ body }) => body),
      inOrder.slice(0, max),
    );
    const until = this.#now + VISIBILITY_MILLISECONDS;
    for (const message of messages) this.#held.set(message.body, { message, until });
    return messages;
  }

  delete(pick: number): void {
    this.#settle(pick, (message) => this.#delete(message));
  }

  /** Receives and deletes until nothing is left, and says how many there were. */
  drain(): number {
    let drained = 0;
    for (let batch = this.receive(10); batch.length > 0; batch = this.receive(10)) {
      for (const message of batch) this.#delete(message);
      drained += batch.length;
    }
    return drained;
  }

  changeVisibility(pick: number, seconds: number): void {
    this.#settle(pick, (message) => {
      this.#opened.queues.changeVisibility(QUEUE, message.receiptHandle, seconds);
      this.#held.set(message.body, { message, until: this.#now + seconds * 1000 });
    });
  }

  wait(seconds: number): void {
    this.#opened.clock.advance(seconds * 1000);
  }

  #settle(pick: number, settle: (message: ReceivedMessage) => void): void {
    const held = [...this.#held.values()][pick % Math.max(this.#held.size, 1)];
    if (!held) return;
    if (held.until > this.#now) settle(held.message);
    else throws(() => settle(held.message), /expired/);
  }

  #delete({ body, receiptHandle }: ReceivedMessage): void {
    this.#opened.queues.delete(QUEUE, receiptHandle);
    this.#held.delete(body);
    this.kept.delete(body);
  }

  get #now(): number {
    return this.#opened.clock.now();
  }
}
