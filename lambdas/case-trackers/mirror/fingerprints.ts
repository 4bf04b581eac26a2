import { createHash } from 'node:crypto';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

/** Other words make other texts: what was delivered is compared with them anew. */
const WORDS_VERSION = 1;

/** All that a tracker is told of a case depends on this, but for the name of the account. */
export function seenOf(row: CaseRow, text: 'full' | 'link'): string {
  const { status, subject, service, category, severity, withheld, thread } = row;
  return hashOf([
    WORDS_VERSION,
    text,
    status,
    subject,
    service,
    category,
    severity,
    withheld,
    thread.redacted,
  ]);
}

/** What of a case is news to people: another status, or a message. */
export function newsOf({ status, messages, newest }: CaseRow): string {
  return hashOf([status, messages, newest?.key]);
}

/** A text as trackers keep it: some turn the ends of lines, or drop those at the end. */
export function textHash(...texts: string[]): string {
  return hashOf(texts.map((text) => text.replaceAll('\r\n', '\n').trim()));
}

/** Of a delivery: the same for the same parts, and fit for a header. */
export function deliveryId(...parts: (string | number)[]): string {
  return hashOf(parts);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
