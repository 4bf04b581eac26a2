import { lookName } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

/**
 * Of each resource what was said of it last, in an order that depends on nothing else: of two batches that write the
 * same rows at once, the first to come is the one that gets through.
 */
export function newestNews(all: TagNews[]): TagNews[] {
  const newest = new Map<string, TagNews>();
  for (const news of all) {
    const before = newest.get(lookName(news));
    if (!before || news.at >= before.at) newest.set(lookName(news), news);
  }
  return [...newest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, news]) => news);
}
