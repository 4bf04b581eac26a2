import { DescribeCommunicationsCommand } from '@aws-sdk/client-support';
import type { Ask, Warn } from '#lambdas/support-cases/read/ask.ts';
import type { CaseApi, ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import { dropRepeated } from '#lambdas/support-cases/read/drop-repeated.ts';
import { toReadMessages } from '#lambdas/support-cases/read/to-read-message.ts';
import { tokenPages } from '#lambdas/support-cases/read/token-pages.ts';

/** All messages of a case, newest first, page by page, none of them twice though pages move while they are read. */
export function messagesClient({ ask, warn }: { ask: Ask; warn: Warn }): CaseApi['messages'] {
  return async function* (caseId) {
    let before: ReadMessage[] = [];
    const pages = tokenPages((nextToken) =>
      ask((client) => client.send(new DescribeCommunicationsCommand({ caseId, maxResults: 100, nextToken }))),
    );
    for await (const { communications } of pages) {
      const { messages, lost } = toReadMessages(communications);
      if (lost > 0) warn('Messages without a time were left out', { caseId, messages: lost });
      const page = dropRepeated(before, messages);
      if (messages.length > 0) before = messages;
      if (page.length > 0) yield page;
    }
  };
}
