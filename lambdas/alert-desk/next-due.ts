import type { Head } from '#lambdas/contracts/ledger.ts';

/** When the alert clock shall wake the desk for this alert, in milliseconds. */
export function nextDue(head: Head): number | undefined {
  // A part that is muted may be open although all that was told is resolved.
  if (head.status === 'resolved') return head.muteEndsAt ? Date.parse(head.muteEndsAt) : undefined;
  const { remindAt, resolvesAt, startsAt } = head.content;
  const announced = [...remindAt, ...(startsAt ? [startsAt] : [])];
  const reminders = announced.filter((time) => Date.parse(time) > Date.parse(head.remindedUntil));
  const moments = [...reminders, resolvesAt, head.muteEndsAt].filter((time) => time !== undefined);
  return moments.length > 0 ? Math.min(...moments.map((time) => Date.parse(time))) : undefined;
}
