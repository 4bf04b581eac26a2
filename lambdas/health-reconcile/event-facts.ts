import type { Event } from '@aws-sdk/client-health';

/** In milliseconds. AWS promises `lastUpdatedTime`, but leaves it out of some events. */
export function updateTimeOf({ lastUpdatedTime, startTime }: Event): number {
  return (lastUpdatedTime ?? startTime)?.getTime() ?? 0;
}

export function isPublic({ eventScopeCode }: Event): boolean {
  return eventScopeCode?.toUpperCase() === 'PUBLIC';
}

export function isUpcoming({ statusCode, startTime }: Event, now: Date): boolean {
  return statusCode?.toLowerCase() === 'upcoming' || (startTime !== undefined && startTime > now);
}

/** AWS's categories in lower case, or its own word where it is new. */
export function categoryOf({ eventTypeCategory }: Event): string {
  return eventTypeCategory?.toLowerCase() || 'unknown';
}
