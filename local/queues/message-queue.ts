import { randomUUID } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { Queue } from '#local/estate.ts';
import { ArrivalBell } from './arrival-bell.ts';
import { Deduplication, deduplicationId } from './deduplication.ts';
import { type Contents, countStates, type MessageState, receivable, states } from './delivery-order.ts';
import type { OutgoingMessage, StoredMessage } from './message.ts';
import { expiredHandle, messageIdOf, receiptHandle, unavailableHandle } from './receipt-handle.ts';
import { invalidValue, sqsError } from './sqs-error.ts';

/** A queue hands out nothing more while so many messages are in flight. */
export const MAXIMUM_IN_FLIGHT = 120_000;
/** A message stays invisible for at most twelve hours after it was received. */
export const MAXIMUM_VISIBILITY_SECONDS = 43_200;

/** One queue: messages in the order of their arrival, which is the order of delivery for good. */
export class MessageQueue {
  readonly settings: Queue;
  readonly bell: ArrivalBell;
  #clock: Clock;
  #bury: (message: StoredMessage) => void;
  #messages = new Map<string, StoredMessage>();
  #deduplication: Deduplication;
  #sequence = 0;

  /** `bury` takes the messages that were received too often. */
  constructor(settings: Queue, clock: Clock, bury: (message: StoredMessage) => void) {
    this.settings = settings;
    this.#clock = clock;
    this.#bury = bury;
    this.#deduplication = new Deduplication(settings.deduplicationScope);
    this.bell = new ArrivalBell(clock, (now) => this.#nextVisibleAfter(now));
  }

  send(message: OutgoingMessage & { senderId: string }): StoredMessage {
    const now = this.#clock.now();
    const { fifo, delaySeconds } = this.settings;
    const original = fifo ? this.#deduplication.original(message, now) : undefined;
    if (original) return original;
    const stored = this.#store({
      ...message,
      ...(fifo && { deduplicationId: deduplicationId(message) }),
      messageId: randomUUID(),
      sentAt: now,
      visibleAt: now + (message.delaySeconds ?? delaySeconds) * 1000,
      receiveCount: 0,
      receivesHere: 0,
    });
    if (fifo) this.#deduplication.remember(stored);
    return stored;
  }

  /** Takes in what another queue gave up on: a standard queue keeps the moment it was sent, FIFO does not. */
  acceptDeadLetter(message: StoredMessage, deadLetterSourceArn: string): void {
    const now = this.#clock.now();
    const sentAt = this.settings.fifo ? now : message.sentAt;
    const { receiptHandle: _, ...rest } = message;
    this.#store({ ...rest, sentAt, visibleAt: now, receivesHere: 0, deadLetterSourceArn });
  }

  /** Hands out up to `max` messages that are there now. */
  take(max: number, visibilitySeconds = this.settings.visibilityTimeoutSeconds): StoredMessage[] {
    const now = this.#clock.now();
    const contents = this.contents();
    if (countStates(contents).inFlight >= MAXIMUM_IN_FLIGHT) return [];
    const taken: StoredMessage[] = [];
    for (const message of receivable(contents, this.settings.fifo)) {
      if (taken.length === max) break;
      if (this.#isExhausted(message)) {
        this.#messages.delete(message.messageId);
        this.#bury(message);
      } else taken.push(this.#handOut(message, now, now + visibilitySeconds * 1000));
    }
    return taken;
  }

  delete(handle: string): void {
    const message = this.#messages.get(messageIdOf(handle, this.settings.name));
    if (!message) return;
    if (this.settings.fifo && !this.#isValid(handle, message)) throw expiredHandle(handle);
    if (message.receiptHandle !== handle) return;
    this.#messages.delete(message.messageId);
    // The rest of its group may have waited for it.
    if (this.settings.fifo) this.bell.ring();
  }

  changeVisibility(handle: string, seconds: number): void {
    const message = this.#messages.get(messageIdOf(handle, this.settings.name));
    if (message && this.settings.fifo && !this.#isValid(handle, message)) throw expiredHandle(handle);
    if (message?.receiptHandle !== handle) throw unavailableHandle(handle);
    if (!this.#isValid(handle, message))
      throw sqsError('MessageNotInflight', 'The message is not in flight.');
    const visibleAt = this.#clock.now() + seconds * 1000;
    if (visibleAt > (message.lastReceivedAt ?? 0) + MAXIMUM_VISIBILITY_SECONDS * 1000) {
      const reason = `Total VisibilityTimeout for the message is beyond the limit [${MAXIMUM_VISIBILITY_SECONDS} seconds]`;
      throw invalidValue('VisibilityTimeout', seconds, reason);
    }
    message.visibleAt = visibleAt;
    this.bell.ringAt(visibleAt);
  }

  /** All messages with their states, oldest first. */
  contents(): Contents {
    return states(this.#living(), this.settings.fifo, this.#clock.now());
  }

  counts(): Record<MessageState, number> {
    return countStates(this.contents());
  }

  purge(): void {
    this.#messages.clear();
  }

  #store(message: StoredMessage): StoredMessage {
    this.#sequence += 1;
    const sequenceNumber = `1${String(this.#sequence).padStart(19, '0')}`;
    const stored = this.settings.fifo ? { ...message, sequenceNumber } : message;
    this.#messages.set(stored.messageId, stored);
    this.bell.ringAt(stored.visibleAt);
    return stored;
  }

  #handOut(message: StoredMessage, now: number, visibleAt: number): StoredMessage {
    message.receiveCount += 1;
    message.receivesHere += 1;
    message.receiptHandle = receiptHandle(this.settings.name, message.messageId, message.receivesHere);
    message.firstReceivedAt ??= now;
    message.lastReceivedAt = now;
    message.visibleAt = visibleAt;
    this.bell.ringAt(visibleAt);
    return message;
  }

  #isExhausted({ receivesHere }: StoredMessage): boolean {
    return receivesHere >= (this.settings.redrive?.maxReceiveCount ?? Infinity);
  }

  #isValid(handle: string, message: StoredMessage): boolean {
    return message.receiptHandle === handle && message.visibleAt > this.#clock.now();
  }

  #nextVisibleAfter(now: number): number {
    const moments = this.#living().map(({ visibleAt }) => visibleAt);
    return moments.reduce((next, at) => (at > now ? Math.min(next, at) : next), Infinity);
  }

  #living(): StoredMessage[] {
    const oldest = this.#clock.now() - this.settings.retentionSeconds * 1000;
    for (const { messageId, sentAt } of this.#messages.values()) {
      if (sentAt <= oldest) this.#messages.delete(messageId);
    }
    return [...this.#messages.values()];
  }
}
