import type { CheckSummary } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import type { ChecksReading } from '#lambdas/trusted-advisor-sweep/read/read-checks.ts';

const HOUR_MS = 3_600_000;

/** The watched checks whose result is older, or was never made, and that AWS does not refresh by itself. */
export function checksToRefresh(
  { watched, summaries }: Pick<ChecksReading, 'watched' | 'summaries'>,
  { olderThanHours, isLeftToAws }: { olderThanHours: number; isLeftToAws: (check: string) => boolean },
  now: Date,
): string[] {
  const isOld = ({ at }: CheckSummary) =>
    at === undefined || now.getTime() - Date.parse(at) > olderThanHours * HOUR_MS;
  return watched.flatMap(({ id }) => {
    const summary = summaries.get(id);
    return summary && isOld(summary) && !isLeftToAws(id) ? [id] : [];
  });
}
