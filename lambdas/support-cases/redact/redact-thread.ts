import { createHash } from 'node:crypto';
import type { WithheldReason } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { REDACTION_VERSION } from '#lambdas/runtime/redact/redact-text.ts';
import { redactTexts } from '#lambdas/runtime/redact/redact-texts.ts';

/**
 * A thread as the redacted store has it. Addresses in copy go; a withheld case keeps no text, only who wrote when. The
 * hashes of bodies are those of what is left: by that of the whole one could try out what was taken.
 */
export async function redactThread(
  thread: CaseThread,
  { withheld, pseudonyms }: { withheld?: WithheldReason; pseudonyms: boolean },
): Promise<CaseThread> {
  const why = withheld ?? thread.redaction?.withheld;
  const before = { ...thread.redaction?.found };
  const { texts, found } = await redactTexts(textsOf(why === undefined ? thread : withoutTexts(thread)), {
    pseudonyms,
  });
  const left = texts.values();
  const next = () => left.next().value ?? '';
  for (const [kind, count] of Object.entries(found)) before[kind] = (before[kind] ?? 0) + count;
  return {
    ...thread,
    subject: next(),
    author: next(),
    cc: [],
    messages: thread.messages.map((message) => {
      const author = next();
      const body = next();
      const attachments = message.attachments.map(({ id }) => ({ id, fileName: next() }));
      return { ...message, author, body, bodyHash: hashOf(body), attachments };
    }),
    redaction: { version: REDACTION_VERSION, found: before, ...(why !== undefined && { withheld: why }) },
  };
}

/** In the order in which people read them, so that numbers stay while a thread grows. */
function textsOf({ subject, author, messages }: CaseThread): string[] {
  return [
    subject,
    author,
    ...messages.flatMap((message) => [
      message.author,
      message.body,
      ...message.attachments.map(({ fileName }) => fileName),
    ]),
  ];
}

function withoutTexts(thread: CaseThread): CaseThread {
  const messages = thread.messages.map((message) => ({
    ...message,
    body: '',
    attachments: message.attachments.map(({ id }) => ({ id, fileName: '' })),
  }));
  return { ...thread, subject: '', messages };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
