import type { ReadCase } from '#bin/commands/support/read-threads.ts';
import { shownCase } from '#bin/commands/support/shown-case.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { Author, WithheldReason } from '#lambdas/contracts/support/case-row.ts';
import { ourTurnSince, type Turn, turnOf } from '#lambdas/contracts/support/whose-turn.ts';

export type MessageRecord = {
  key: string;
  at: string;
  from: Author;
  author: string;
  body: string;
  /** When AWS had taken something out of it. */
  editedAt?: string;
  files: string[];
};

/** A case as it leaves Reeve: redacted, with what is known of its account. Times are ISO 8601 in UTC. */
export type CaseRecord = {
  account: string;
  accountName?: string;
  ou?: string;
  owner?: string;
  /** Text: it may have more digits than a number can hold. */
  displayId: string;
  /** Empty where the case is withheld, as are service and category. */
  subject: string;
  status: string;
  /** Who has to do something next; `none`: it is resolved. */
  turn: Turn;
  service: string;
  category: string;
  severity: string;
  language?: string;
  createdAt: string;
  openedBy?: 'aws';
  firstAnswerAt?: string;
  resolvedAt?: string;
  /** Since when it is our turn. */
  waitingSince?: string;
  /** How long it has waited for us in former waits, in milliseconds. */
  waitedMs: number;
  messageCount: number;
  /** Why its texts are not here. */
  withheld?: WithheldReason;
  /** Its thread was deleted; the next sweep reads it again. */
  isGone?: true;
  redaction: { version: number; found: Record<string, number> };
  readAt: string;
  messages: MessageRecord[];
};

export function toRecord({ row: read, thread }: ReadCase, { name, ou, owner }: Account): CaseRecord {
  const row = shownCase(read);
  const { withheld, language, openedBy, firstAnswerAt, resolvedAt } = row;
  const waitingSince = ourTurnSince(row);
  const messages = withheld ? [] : (thread?.messages ?? []);
  return {
    account: row.account,
    ...(name !== undefined && { accountName: name }),
    ...(ou !== undefined && { ou }),
    ...(owner !== undefined && { owner }),
    displayId: row.displayId,
    subject: row.subject,
    status: row.status,
    turn: turnOf(row),
    service: row.service,
    category: row.category,
    severity: row.severity,
    ...(language !== undefined && { language }),
    createdAt: row.createdAt,
    ...(openedBy && { openedBy }),
    ...(firstAnswerAt !== undefined && { firstAnswerAt }),
    ...(resolvedAt !== undefined && { resolvedAt }),
    ...(waitingSince !== undefined && { waitingSince }),
    waitedMs: row.waitedMs,
    messageCount: row.messages,
    ...(withheld && { withheld }),
    ...(!withheld && !thread && { isGone: true as const }),
    redaction: row.redaction,
    readAt: row.readAt,
    messages: messages.map(({ key, at, from, author, body, editedAt, attachments }) => ({
      key,
      at,
      from,
      author,
      body,
      ...(editedAt !== undefined && { editedAt }),
      files: attachments.map(({ fileName }) => fileName),
    })),
  };
}

/** Minutes from a case's opening to AWS's first answer; undefined: there is none yet. */
export function firstAnswerMinutes({ createdAt, firstAnswerAt }: CaseRecord): number | undefined {
  if (firstAnswerAt === undefined) return undefined;
  return Math.round((Date.parse(firstAnswerAt) - Date.parse(createdAt)) / 60_000);
}
