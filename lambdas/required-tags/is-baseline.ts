import type { TagNews } from '#lambdas/required-tags/to-news.ts';

/** So long after a policy was first heard of, a resource whose age nobody knows is taken for older than it. */
const ROLL_OUT_HOURS = 24;

/**
 * Whether a resource was there before the policy was: its first evaluation is no news to anybody. All such resources
 * are told in one digest.
 */
export function isBaseline(
  { firstOf, at }: Pick<TagNews, 'firstOf' | 'at'>,
  createdAt: number | undefined,
  rolledOutAt: number | undefined,
): boolean {
  if (firstOf === undefined || rolledOutAt === undefined) return false;
  return createdAt === undefined ? at < rolledOutAt + ROLL_OUT_HOURS * 3_600_000 : createdAt < rolledOutAt;
}
