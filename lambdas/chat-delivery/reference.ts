import { createHash } from 'node:crypto';

/** No vowels, so that no words come out. Twenty letters: 64 million references. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 6;

/** Six letters that stand for an alert's key: people can quote and search for them. */
export function referenceOf(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
