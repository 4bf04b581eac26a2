import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

const HOUR_MS = 3_600_000;
/** So long after a policy was first heard of, a resource whose age nobody knows is taken for older than it. */
const ROLL_OUT_HOURS = 24;
/** Somebody still knows what was made so shortly before; it may even be by its making that the policy was heard of. */
const LATELY_HOURS = 1;

/**
 * Whether a resource was there before the policy was: its first evaluation is no news to anybody. All such resources
 * are told in one digest.
 */
export function isBaseline(
  { firstOf, evaluatedAt }: Pick<TagNews, 'firstOf' | 'evaluatedAt'>,
  createdAt: number | undefined,
  rolledOutAt: number | undefined,
): boolean {
  if (firstOf === undefined || rolledOutAt === undefined) return false;
  return createdAt === undefined
    ? evaluatedAt < rolledOutAt + ROLL_OUT_HOURS * HOUR_MS
    : createdAt < rolledOutAt - LATELY_HOURS * HOUR_MS;
}
