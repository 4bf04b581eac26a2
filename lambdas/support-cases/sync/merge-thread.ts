import type { CaseThread, ThreadMessage } from '#lambdas/contracts/support/case-thread.ts';
import type { ReadCase, ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import { hashOf, messageKeysOf } from '#lambdas/support-cases/sync/message-key.ts';
import type { ThreadNews } from '#lambdas/support-cases/tell/changes-of.ts';

const AWS_AUTHOR = 'Amazon Web Services';

export type Merged = { thread: CaseThread; news: ThreadNews };

/**
 * A thread with what AWS shows now: a union, so that an answer with fewer messages takes none away. A text that differs is
 * an edit of AWS, and the former one is kept nowhere. `messages`: all that were read, in any order.
 */
export function mergeThread(
  account: string,
  before: CaseThread | undefined,
  found: ReadCase,
  messages: readonly ReadMessage[],
  now: Date,
): Merged {
  const known = new Map((before?.messages ?? []).map((message) => [message.key, message]));
  const read = toMessages(found.displayId, messages);
  const texts = new Set(read.map(textOf));
  const news: ThreadNews = { added: [], edited: 0 };
  for (const message of read) {
    const kept = known.get(message.key);
    const attachments = unite(kept?.attachments ?? [], message.attachments);
    if (!kept) news.added.push({ at: message.at, from: message.from });
    // Two messages of one moment may change places when the second comes into sight: then the former text is still there.
    const isEdited = kept !== undefined && kept.bodyHash !== message.bodyHash && !texts.has(textOf(kept));
    if (isEdited) news.edited += 1;
    const editedAt = isEdited ? now.toISOString() : kept?.editedAt;
    known.set(message.key, { ...message, attachments, ...(editedAt ? { editedAt } : {}) });
  }
  const thread: CaseThread = {
    account,
    displayId: found.displayId,
    caseIds: [...new Set([found.caseId, ...(before?.caseIds ?? [])])],
    subject: found.subject,
    status: found.status,
    service: found.service,
    category: found.category,
    severity: found.severity,
    ...(found.language ? { language: found.language } : {}),
    author: found.submittedBy,
    cc: found.cc,
    createdAt: found.createdAt,
    messages: [...known.values()].toSorted(byTime),
  };
  return { thread, news };
}

function textOf({ at, author, bodyHash }: ThreadMessage): string {
  return `${at}|${author}|${bodyHash}`;
}

/** Oldest first, each with its key. */
function toMessages(displayId: string, messages: readonly ReadMessage[]): ThreadMessage[] {
  const sorted = messages.toSorted((one, other) => compare(one.at, other.at));
  const keys = messageKeysOf(displayId, sorted);
  return sorted.map(({ at, submittedBy, body, attachments }, index) => ({
    key: keys[index] ?? '',
    at,
    from: submittedBy === AWS_AUTHOR ? 'aws' : 'customer',
    author: submittedBy,
    body,
    bodyHash: hashOf(body),
    attachments,
  }));
}

function unite<Item extends { id: string }>(before: readonly Item[], now: readonly Item[]): Item[] {
  const known = new Map([...before, ...now].map((item) => [item.id, item]));
  return [...known.values()];
}

function byTime(one: ThreadMessage, other: ThreadMessage): number {
  return compare(one.at, other.at) || compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
