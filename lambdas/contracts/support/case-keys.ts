import { createHash } from 'node:crypto';

/**
 * Objects of the two buckets of cases. A thread is never overwritten: each version has a key of its own, made of what is in
 * it, and the row of the case names the one that holds. The account comes first, so that a policy can let people
 * read those of some accounts.
 */
export function threadKey(
  store: 'raw' | 'redacted',
  { account, displayId }: { account: string; displayId: string },
  json: string,
): string {
  return `${threadPrefix(store, { account, displayId })}${hashOf(json)}.json`;
}

/** All versions of a thread. */
export function threadPrefix(
  store: 'raw' | 'redacted',
  { account, displayId }: { account: string; displayId: string },
): string {
  return `${store}/${account}/${displayId}/`;
}

/** An attachment in the raw bucket: its id may hold anything. */
export function attachmentKey(account: string, displayId: string, id: string): string {
  return `attachments/${account}/${displayId}/${hashOf(id)}`;
}

/** Who read or took what, and when: one object each. `at`: ISO 8601. */
export function auditKey(at: string, id: string): string {
  return `audit/${at.slice(0, 10)}/${at.replaceAll(':', '-')}-${id}.json`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
