import type { ReadCase } from '#bin/commands/support/read-threads.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { Author, WithheldReason } from '#lambdas/contracts/support/case-row.ts';

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
  /** Empty where the case is withheld. */
  subject: string;
  status: string;
  service: string;
  category: string;
  severity: string;
  language?: string;
  createdAt: string;
  firstAnswerAt?: string;
  resolvedAt?: string;
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

export function toRecord({ row, thread }: ReadCase, { name, ou, owner }: Account): CaseRecord {
  const { withheld, language, firstAnswerAt, resolvedAt, waitingSince } = row;
  const messages = withheld ? [] : (thread?.messages ?? []);
  return {
    account: row.account,
    ...(name !== undefined && { accountName: name }),
    ...(ou !== undefined && { ou }),
    ...(owner !== undefined && { owner }),
    displayId: row.displayId,
    subject: withheld ? '' : row.subject,
    status: row.status,
    service: row.service,
    category: row.category,
    severity: row.severity,
    ...(language !== undefined && { language }),
    createdAt: row.createdAt,
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
