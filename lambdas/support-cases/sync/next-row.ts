import type { CasePermit, CaseRow, WithheldReason } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { waitsOf } from '#lambdas/support-cases/sync/waits-of.ts';
import { keptReminders } from '#lambdas/support-cases/tell/reminders-due.ts';

/** AWS's first message has a clock of its own. */
const OPENING_MS = 60_000;

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
    ...answerOf(thread),
    newest: newest && { key: newest.key, at: newest.at, from: newest.from },
    messages: thread.messages.length,
    attachments: attachmentsOf(thread, before),
    permits,
    ...waitsOf(before, reading),
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

/** Of a case whose beginning AWS has forgotten the first message that is left says nothing. */
function answerOf({ messages, createdAt }: CaseThread): Pick<CaseRow, 'openedBy' | 'firstAnswerAt'> {
  const [first] = messages;
  const isFromAws = first?.from === 'aws' && Date.parse(first.at) - Date.parse(createdAt) < OPENING_MS;
  return isFromAws ? { openedBy: 'aws' } : { firstAnswerAt: messages.find(({ from }) => from === 'aws')?.at };
}

function resolvedAtOf(before: CaseRow | undefined, { thread, changedAt, now }: CaseReading) {
  if (caseStateOf(thread.status) !== 'resolved') return undefined;
  const former = before?.resolvedAt;
  // It was reopened and resolved again, and nobody saw it open.
  if (former !== undefined) return changedAt !== undefined && changedAt > former ? changedAt : former;
  // Of a case that was over when it was seen first, the last message is nearer than today.
  return changedAt ?? (before ? now.toISOString() : (thread.messages.at(-1)?.at ?? thread.createdAt));
}

function countOf(before: CaseRow | undefined, by: 'event' | 'sweep'): CaseRow['foundBy'] {
  const { event, sweep } = before?.foundBy ?? { event: 0, sweep: 0 };
  return { event, sweep, [by]: (before?.foundBy[by] ?? 0) + 1 };
}
