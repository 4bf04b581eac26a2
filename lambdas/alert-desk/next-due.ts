import type { Head } from '#lambdas/contracts/ledger.ts';

const MINUTE_MS = 60_000;

/** When its source has to be asked whether an open alert still holds, in milliseconds. */
export function nextCheck({ status, content, checkedAt, views, muteEndsAt }: Head): number | undefined {
  const { check } = content;
  // What no channel sees, or is about to see, ends by time.
  const isSeen = muteEndsAt !== undefined || Object.values(views).some(({ parts }) => parts > 0);
  if (!check || !isSeen || status === 'resolved') return undefined;
  const again = checkedAt === undefined ? 0 : Date.parse(checkedAt) + check.everyMinutes * MINUTE_MS;
  return Math.max(Date.parse(check.from), again);
}

/** When the alert clock shall wake the desk for this alert, in milliseconds. */
export function nextDue(head: Head): number | undefined {
  // A part that is muted may be open although all that was told is resolved.
  if (head.status === 'resolved') return head.muteEndsAt ? Date.parse(head.muteEndsAt) : undefined;
  const { remindAt, resolvesAt, startsAt } = head.content;
  const announced = [...remindAt, ...(startsAt ? [startsAt] : [])];
  const reminders = announced.filter((time) => Date.parse(time) > Date.parse(head.remindedUntil));
  const times = [...reminders, resolvesAt, head.muteEndsAt].map((time) => time && Date.parse(time));
  const moments = [...times, nextCheck(head)].filter((moment) => typeof moment === 'number');
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
