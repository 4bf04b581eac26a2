import { createHash } from 'node:crypto';
import { isPublic } from '#lambdas/health-alerts/event-type.ts';
import type { HealthEvent } from '#lambdas/health-alerts/health-event.ts';

/**
 * One message per `eventArn`, whatever the account, page or Region that it came by. An ARN that ends in the
 * bare type code names every event of that type, so the start time joins in. Segments of the ARN can
 * disagree with the fields beside it: it is never taken apart for meaning.
 */
export function alertKeyOf(event: HealthEvent): string {
  const { detail } = event;
  const { eventArn, eventTypeCode, startTime = '' } = detail;
  if (!eventArn) {
    const { service, eventTypeCategory, eventRegion } = detail;
    return hashed([
      'no-arn',
      partIdOf(event),
      service,
      eventTypeCode,
      eventTypeCategory,
      eventRegion,
      startTime,
    ]);
  }
  const bare = eventTypeCode !== undefined && eventArn.endsWith(`/${eventTypeCode}`);
  return hashed(bare ? [eventArn, startTime] : [eventArn]);
}

/** An account's share. A public event is nobody's: it may arrive once per account and tells nothing new. */
export function partIdOf({ account, detail }: HealthEvent): string {
  return isPublic(detail) ? 'public' : (detail.affectedAccount ?? account);
}

/** `communicationId` ends in `-<page>`, even for a single page; what stands before names the update. */
export function updateIdOf({ detail }: HealthEvent): string | undefined {
  return detail.communicationId?.replace(/-\d+$/, '');
}

function hashed(values: (string | undefined)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
  return `health/${digest.slice(0, 22)}`;
}
