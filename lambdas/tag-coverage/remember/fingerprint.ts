import { createHash } from 'node:crypto';

/** So many letters name a resource within its account's Region: among a million, two alike are one in a hundred million. */
export const FINGERPRINT_LENGTH = 11;

/** A resource in few letters: an estate has hundreds of thousands that are remembered from day to day. */
export function fingerprintOf({ type, id }: { type: string; id: string }): string {
  return createHash('sha256').update(`${type}\n${id}`).digest('base64url').slice(0, FINGERPRINT_LENGTH);
}
