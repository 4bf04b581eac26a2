import type { CaseApi, ReadCase, ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import { isUnknownCase } from '#lambdas/support-cases/read/support-errors.ts';

/**
 * The messages of a case that are not known yet: the newest came with it, and older ones are asked for until one is known,
 * or all of them, where `isFull`. Those of the moment at which an answer was cut are left out: their order is not known.
 */
export async function readMessages(
  api: Pick<CaseApi, 'messages'>,
  found: ReadCase,
  isKnown: (message: ReadMessage) => boolean,
  isFull: boolean,
): Promise<ReadMessage[]> {
  const { messages, hasMore } = found.recent;
  if (!hasMore) return messages;
  const cut = withoutOldest(messages);
  if (!isFull && cut.length < messages.length && messages.slice(cut.length).every(isKnown)) return cut;
  const all: ReadMessage[] = [];
  try {
    for await (const page of api.messages(found.caseId)) {
      all.push(...page);
      const safe = withoutOldest(all);
      if (!isFull && safe.length < all.length && all.slice(safe.length).every(isKnown))
        return unite(safe, cut);
    }
  } catch (error) {
    // AWS lists cases for a while whose messages it has forgotten: no more will come of the moment at which it was cut.
    if (!isUnknownCase(error)) throw error;
    return unite(all, messages);
  }
  return unite(all, cut);
}

/** Newest first: all but those of the oldest moment. */
function withoutOldest(messages: readonly ReadMessage[]): ReadMessage[] {
  const oldest = messages.at(-1)?.at;
  return messages.filter(({ at }) => at !== oldest);
}

/** A list may show less than the case itself did a moment before. Those of one moment are taken from one answer. */
function unite(list: ReadMessage[], recent: ReadMessage[]): ReadMessage[] {
  const moments = new Set(list.map(({ at }) => at));
  return [...recent.filter(({ at }) => !moments.has(at)), ...list];
}
