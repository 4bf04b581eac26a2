import type { Event } from '@aws-sdk/client-health';
import { categoryOf, isPublic } from '#lambdas/health-reconcile/event-facts.ts';

const BY_CATEGORY: Record<string, number> = {
  issue: 2,
  investigation: 3,
  scheduledchange: 4,
  accountnotification: 6,
};
const UNKNOWN_CATEGORY = 5;

/** Events in the order that people should read them; of one kind, those nearest in time first. */
export function mostUrgentFirst(events: Event[], now: Date): Event[] {
  const distance = ({ startTime }: Event) => Math.abs((startTime?.getTime() ?? 0) - now.getTime());
  return events.toSorted((a, b) => bandOf(a) - bandOf(b) || distance(a) - distance(b));
}

/** An account's own issue before what AWS expects people to act on, before all else by category. */
function bandOf(event: Event): number {
  if (categoryOf(event) === 'issue' && !isPublic(event)) return 0;
  const actionability = event.actionability?.toUpperCase();
  if (actionability === 'ACTION_REQUIRED') return 1;
  return (BY_CATEGORY[categoryOf(event)] ?? UNKNOWN_CATEGORY) + (actionability === 'INFORMATIONAL' ? 10 : 0);
}
