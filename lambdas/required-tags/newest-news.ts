import { lookName } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/to-news.ts';

/** Of each resource what was said of it last. */
export function newestNews(all: TagNews[]): TagNews[] {
  const newest = new Map<string, TagNews>();
  for (const news of all) {
    const before = newest.get(lookName(news));
    if (!before || news.at >= before.at) newest.set(lookName(news), news);
  }
  return [...newest.values()];
}
