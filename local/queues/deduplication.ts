import { createHash } from 'node:crypto';
import type { Queue } from '#local/estate.ts';
import type { OutgoingMessage, StoredMessage } from './message.ts';

const WINDOW_MILLISECONDS = 5 * 60_000;

/** The id that tells a repeat: the sender's, else the digest of the body alone, without attributes. */
export function deduplicationId({ deduplicationId: given, body }: OutgoingMessage): string {
  return given ?? createHash('sha256').update(body).digest('hex');
}

/** What a FIFO queue accepted in the last five minutes; a deleted message still refuses its repeats. */
export class Deduplication {
  #scope: Queue['deduplicationScope'];
  #accepted = new Map<string, StoredMessage>();

  constructor(scope: Queue['deduplicationScope']) {
    this.#scope = scope;
  }

  /** The message that this one repeats. */
  original(message: OutgoingMessage, now: number): StoredMessage | undefined {
    this.#forget(now);
    return this.#accepted.get(this.#key(message));
  }

  remember(message: StoredMessage): void {
    this.#accepted.set(this.#key(message), message);
  }

  #key(message: OutgoingMessage): string {
    const id = deduplicationId(message);
    return this.#scope === 'queue' ? id : `${message.groupId} ${id}`;
  }

  #forget(now: number): void {
    for (const [key, message] of this.#accepted) {
      if (message.sentAt + WINDOW_MILLISECONDS > now) return;
      this.#accepted.delete(key);
    }
  }
}
