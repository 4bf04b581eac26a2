import { lookName } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

/**
 * Of each resource what was said of it last, with the word of a sweep that its time is over, in an order that depends on nothing else: of two batches that write the
 * same rows at once, the first to come is the one that gets through.
 */
export function newestNews(all: TagNews[]): TagNews[] {
  const newest = new Map<string, TagNews>();
  for (const news of all) {
    const before = newest.get(lookName(news));
    const last = before && before.at > news.at ? before : news;
    newest.set(lookName(news), { ...last, isRecheck: news.isRecheck || before?.isRecheck === true });
  }
  return [...newest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, news]) => news);
}
