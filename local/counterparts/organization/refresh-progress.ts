import type { WorldCheckResult } from './world-advisor.ts';

const ENQUEUED_MS = 5_000;
const PROCESSING_MS = 45_000;
/** What users see; AWS names no number. */
const AGAIN_MS = 3_600_000;

/** How far the refresh of a check has come, as AWS tells it. What has ended is in the result from then on. */
export function refreshProgress(
  checkId: string,
  result: WorldCheckResult,
  now: number,
): { checkId: string; status: string; millisUntilNextRefreshable: number } {
  const { askedAt, abandons } = result;
  if (askedAt === undefined) return { checkId, status: 'none', millisUntilNextRefreshable: 0 };
  const since = now - askedAt;
  const millisUntilNextRefreshable = Math.max(0, AGAIN_MS - since);
  if (since < ENQUEUED_MS) return { checkId, status: 'enqueued', millisUntilNextRefreshable };
  if (since < PROCESSING_MS) return { checkId, status: 'processing', millisUntilNextRefreshable };
  return { checkId, status: abandons ? 'abandoned' : 'success', millisUntilNextRefreshable };
}

/** When a check was looked at last: by itself, or by a refresh that has ended. */
export function lookedAt(
  { refreshedAt, askedAt, abandons }: WorldCheckResult,
  now: number,
): number | undefined {
  const isEnded = askedAt !== undefined && !abandons && now - askedAt >= PROCESSING_MS;
  const ended = isEnded ? askedAt + PROCESSING_MS : undefined;
  return ended === undefined ? refreshedAt : Math.max(ended, refreshedAt ?? 0);
}
