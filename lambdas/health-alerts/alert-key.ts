import { hashedKey, healthAlertKey, PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import { isPublic } from '#lambdas/health-alerts/event-type.ts';
import type { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { healthTime } from '#lambdas/health-alerts/health-time.ts';

/** One message per `eventArn`; an event without one is named by what else it says. */
export function alertKeyOf(event: HealthEvent): string {
  const { eventArn, eventTypeCode, startTime = '' } = event.detail;
  if (eventArn) return healthAlertKey({ eventArn, eventTypeCode, startedAt: healthTime(startTime) });
  const { service, eventTypeCategory, eventRegion } = event.detail;
  return hashedKey([
    'no-arn',
    partIdOf(event),
    service,
    eventTypeCode,
    eventTypeCategory,
    eventRegion,
    startTime,
  ]);
}

/** An account's share. A public event is nobody's: it may arrive once per account and tells nothing new. */
export function partIdOf({ account, detail }: HealthEvent): string {
  return isPublic(detail) ? PUBLIC_PART : (detail.affectedAccount ?? account);
}

/** `communicationId` ends in `-<page>`, even for a single page; what stands before names the update. */
export function updateIdOf({ detail }: HealthEvent): string | undefined {
  return detail.communicationId?.replace(/-\d+$/, '');
}
