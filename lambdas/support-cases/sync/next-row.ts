import type { CasePermit, CaseRow, WithheldReason } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { keptReminders } from '#lambdas/support-cases/tell/reminders-due.ts';

/** What is known of a case after it was read. `changedAt`: when an event said that it changed. */
export type CaseReading = {
  thread: CaseThread;
  redacted: CaseThread;
  withheld: WithheldReason | undefined;
  keys: { raw: string; redacted: string };
  rules: string;
  fingerprint: string;
  permits: CasePermit[];
  by: 'event' | 'sweep';
  changedAt?: string | undefined;
  isBaseline: boolean;
  now: Date;
};

/** The row of a case as it stands now. That it waits for us, or is resolved, is known from the moment that saw it first. */
export function nextRow(before: CaseRow | undefined, reading: CaseReading): CaseRow {
  const { thread, redacted, keys, rules, fingerprint, permits, by, withheld, isBaseline, now } = reading;
  const at = now.toISOString();
  const newest = thread.messages.at(-1);
  const row: CaseRow = {
    account: thread.account,
    displayId: thread.displayId,
    caseIds: thread.caseIds,
    subject: redacted.subject,
    status: thread.status,
    service: thread.service,
    category: thread.category,
    severity: thread.severity,
    ...(thread.language ? { language: thread.language } : {}),
    createdAt: thread.createdAt,
    firstAnswerAt: thread.messages.find(({ from }) => from === 'aws')?.at,
    newest: newest && { key: newest.key, at: newest.at, from: newest.from },
    messages: thread.messages.length,
    attachments: attachmentsOf(thread, before),
    permits,
    ...waitOf(before, reading),
    resolvedAt: resolvedAtOf(before, reading),
    withheld,
    redaction: { version: redacted.redaction?.version ?? 0, found: redacted.redaction?.found ?? {}, rules },
    thread: keys,
    fingerprint,
    ...((before ? before.isBaseline : isBaseline) ? { isBaseline: true as const } : {}),
    reminded: before?.reminded ?? [],
    foundBy: countOf(before, by),
    readAt: at,
    version: (before?.version ?? 0) + 1,
  };
  return before ? { ...row, reminded: keptReminders(before, row) } : row;
}

function attachmentsOf(thread: CaseThread, before: CaseRow | undefined): CaseRow['attachments'] {
  const known = new Map(before?.attachments.map((file) => [file.id, file]));
  const ids = new Set(thread.messages.flatMap(({ attachments }) => attachments.map(({ id }) => id)));
  return [...ids].map((id) => known.get(id) ?? { id, isStored: false });
}

/** A wait begins with AWS's last message, where that is what it waits for an answer to. */
function waitOf(before: CaseRow | undefined, { thread, changedAt, now }: CaseReading) {
  const waitedMs = before?.waitedMs ?? 0;
  const isWaiting = caseStateOf(thread.status) === 'waiting-for-us';
  if (isWaiting) {
    const newest = thread.messages.at(-1);
    const since = newest?.from === 'aws' ? newest.at : (changedAt ?? now.toISOString());
    return { waitedMs, waitingSince: before?.waitingSince ?? since };
  }
  if (!before?.waitingSince) return { waitedMs };
  const reply = thread.messages.findLast(
    ({ from, at }) => from === 'customer' && at > (before.waitingSince ?? ''),
  );
  const end = reply?.at ?? changedAt ?? now.toISOString();
  return { waitedMs: waitedMs + Math.max(0, Date.parse(end) - Date.parse(before.waitingSince)) };
}

function resolvedAtOf(before: CaseRow | undefined, { thread, changedAt, now }: CaseReading) {
  if (caseStateOf(thread.status) !== 'resolved') return undefined;
  if (before?.resolvedAt) return before.resolvedAt;
  // Of a case that was over when it was seen first, the last message is nearer than today.
  return changedAt ?? (before ? now.toISOString() : (thread.messages.at(-1)?.at ?? thread.createdAt));
}

function countOf(before: CaseRow | undefined, by: 'event' | 'sweep'): CaseRow['foundBy'] {
  const { event, sweep } = before?.foundBy ?? { event: 0, sweep: 0 };
  return { event, sweep, [by]: (before?.foundBy[by] ?? 0) + 1 };
}
