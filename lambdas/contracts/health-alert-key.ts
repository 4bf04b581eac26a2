import { createHash } from 'node:crypto';

/** The part of a public event, which is nobody's; those of all others are account ids. */
export const PUBLIC_PART = 'public';

/** What names an event of AWS Health. `startedAt` in milliseconds. */
export type NamedEvent = {
  eventArn: string;
  eventTypeCode?: string | undefined;
  startedAt?: number | undefined;
};

/**
 * One alert per `eventArn`, whatever the account, page or Region that it came by. An ARN that ends in the
 * bare type code names every event of that type, so the start joins in: by the second, since EventBridge
 * tells no more of it than that. Segments of the ARN can disagree with the fields beside it: it is never
 * taken apart for meaning.
 */
export function healthAlertKey({ eventArn, eventTypeCode, startedAt }: NamedEvent): string {
  const isBare = eventTypeCode !== undefined && eventArn.endsWith(`/${eventTypeCode}`);
  if (!isBare) return hashedKey([eventArn]);
  return hashedKey([eventArn, startedAt === undefined ? '' : String(Math.floor(startedAt / 1000))]);
}

/** The key of an alert that these values name together. */
export function hashedKey(values: (string | undefined)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
  return `health/${digest.slice(0, 22)}`;
}
