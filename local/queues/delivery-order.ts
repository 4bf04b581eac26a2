import type { StoredMessage } from './message.ts';

/** `blocked`: visible, but an earlier message of its FIFO group is in flight. */
export type MessageState = 'ready' | 'blocked' | 'inFlight' | 'delayed';

/** The messages of a queue with their states, in the queue's order. */
export type Contents = [StoredMessage, MessageState][];

/** What each message waits for, if for anything. */
export function states(messages: StoredMessage[], fifo: boolean, now: number): Contents {
  const locked = fifo ? lockedGroups(messages, now) : new Set();
  return messages.map((message) => [message, stateOf(message, locked, now)]);
}

/** How many messages are in each state. */
export function countStates(contents: Contents): Record<MessageState, number> {
  const counts = { ready: 0, blocked: 0, inFlight: 0, delayed: 0 };
  for (const [, state] of contents) counts[state] += 1;
  return counts;
}

/**
 * What a receive may return, in the order it returns it: on a FIFO queue a group's messages follow one
 * another, the group of the oldest message first, so that one receive holds as much of a group as fits.
 */
export function receivable(contents: Contents, fifo: boolean): StoredMessage[] {
  const ready = contents.filter(([, state]) => state === 'ready').map(([message]) => message);
  return fifo ? [...Map.groupBy(ready, ({ groupId }) => groupId).values()].flat() : ready;
}

function lockedGroups(messages: StoredMessage[], now: number): Set<unknown> {
  return new Set(messages.filter((message) => isInFlight(message, now)).map(({ groupId }) => groupId));
}

function stateOf(message: StoredMessage, locked: Set<unknown>, now: number): MessageState {
  if (isInFlight(message, now)) return 'inFlight';
  if (message.visibleAt > now) return 'delayed';
  return locked.has(message.groupId) ? 'blocked' : 'ready';
}

function isInFlight({ receiptHandle, visibleAt }: StoredMessage, now: number): boolean {
  return receiptHandle !== undefined && visibleAt > now;
}
