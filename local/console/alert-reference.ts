import { createHash } from 'node:crypto';

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** The six letters that the messages of an alert bear; a test holds them to those of chat-delivery. */
export function alertReference(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return Array.from(digest.subarray(0, 6), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
