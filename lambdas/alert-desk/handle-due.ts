import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { nextCheck, nextDue } from '#lambdas/alert-desk/next-due.ts';
import { saveHead } from '#lambdas/alert-desk/save-head.ts';
import { tellAll } from '#lambdas/alert-desk/tell-all.ts';
import { headWith, type PartChange } from '#lambdas/alert-desk/update-head.ts';
import { withEntry } from '#lambdas/alert-desk/words.ts';
import { isOwed, writePart } from '#lambdas/alert-desk/write-part.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { DueNotice } from '#lambdas/contracts/observation.ts';
import { spanOf } from '#lambdas/runtime/span.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** From here on hours and minutes count. */
const SOON_MS = 20 * 3_600_000;

/** Does what an alert's `dueAt` was set for: a question to its source, a reminder, the end of a mute or of itself. */
export async function handleDue({ key }: DueNotice, ports: DeskPorts): Promise<void> {
  const head = await ports.readHead(key);
  const now = ports.now();
  if (!head) return;
  const due = nextDue(head);
  // A former try may have written the head and died before it told anybody.
  if (due === undefined || due > now.getTime()) return tellAll(head, ports);

  const asked = await askSource(head, ports);
  const unmuted = isPast(head.muteEndsAt, now) ? await endMutes(asked, ports) : { head: asked, changes: [] };
  const told = withEnd(withReminder(unmuted.head, now), now);
  const next = headWith({ ...told, remindedUntil: now.toISOString() }, unmuted.changes, [], now);
  const saved = await saveHead(next, head.revision, ports);
  // That its source was asked is news to nobody.
  const isNews = unmuted.changes.length > 0 || next.status !== head.status || next.entries !== head.entries;
  if (isNews) await tellAll(saved, ports);
}

/** A question that got lost is asked again, as long as the alert is open. */
async function askSource(head: Head, { ask, now }: DeskPorts): Promise<Head> {
  const { key, content } = head;
  const moment = nextCheck(head);
  if (!content.check || moment === undefined || moment > now().getTime()) return head;
  const { source, scope, check } = content;
  await ask(source, { kind: 'check', key, scope, subject: check.subject });
  const asked = { ...head, checkedAt: now().toISOString() };
  return isLate(moment, check.everyMinutes, now()) ? { ...asked, content: answerable(head, now()) } : asked;
}

/** After an outage the question comes hours late, and quiet must not end what its source has not been asked about. */
function isLate(moment: number, everyMinutes: number, now: Date): boolean {
  return now.getTime() - moment > everyMinutes * MINUTE_MS;
}

function answerable({ content }: Head, now: Date): Head['content'] {
  const { resolvesAt, check } = content;
  const answered = new Date(now.getTime() + (check?.everyMinutes ?? 0) * MINUTE_MS).toISOString();
  return resolvesAt !== undefined && resolvesAt < answered ? { ...content, resolvesAt: answered } : content;
}

/** Routes the parts whose mute is over (a former try may have begun); the next mute to end comes next. */
async function endMutes(head: Head, ports: DeskPorts): Promise<{ head: Head; changes: PartChange[] }> {
  const mutes = [...ports.settings.mutes, ...(await ports.readMutes())];
  const changes: PartChange[] = [];
  const { muteEndsAt: _past, ...rest } = head;
  let muteEndsAt: string | undefined;
  for await (const part of ports.listParts(head.key)) {
    if (isPast(part.mutedUntil, ports.now())) {
      const written = await writePart({ key: head.key, merged: part, stored: part, head, mutes }, ports);
      changes.push({ part: written, before: written.counted });
    } else if (isOwed(part, head)) {
      changes.push({ part, before: part.counted });
    }
    if (part.mutedUntil && !isPast(part.mutedUntil, ports.now())) {
      muteEndsAt = [part.mutedUntil, ...(muteEndsAt ? [muteEndsAt] : [])].sort()[0];
    }
  }
  return { head: { ...rest, ...(muteEndsAt ? { muteEndsAt } : {}) }, changes };
}

/** One line for all reminders that have come, however many were missed. */
function withReminder(head: Head, now: Date): Head {
  const come = head.content.remindAt.filter(
    (time) => time > head.remindedUntil && Date.parse(time) <= now.getTime(),
  );
  const date = head.content.deadline ?? head.content.startsAt;
  if (come.length === 0 || date === undefined) return head;
  return withEntry(head, `Reminder: ${leftUntil(Date.parse(date) - now.getTime())}.`, now, 'reminder');
}

function leftUntil(milliseconds: number): string {
  if (milliseconds <= 0) return 'the date is here';
  const days = Math.ceil(milliseconds / DAY_MS);
  if (days > 1) return `${days} days left`;
  return milliseconds > SOON_MS
    ? 'one day left'
    : `${spanOf(Math.ceil(milliseconds / MINUTE_MS) * MINUTE_MS)} left`;
}

function withEnd(head: Head, now: Date): Head {
  const { endsAt, resolvesAt } = head.content;
  if (head.status === 'resolved' || !isPast(resolvesAt, now)) return head;
  if (endsAt === resolvesAt) return withEntry(head, 'Its announced end has passed.', now);
  const unanswered = head.unanswered ? ` It could not be asked: ${head.unanswered}.` : '';
  return withEntry(head, `No news for long; counted as over.${unanswered}`, now);
}

function isPast(time: string | undefined, now: Date): boolean {
  return time !== undefined && Date.parse(time) <= now.getTime();
}
