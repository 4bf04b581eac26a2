import type { AdvisorApi } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import { isInternal, isInvalid } from '#lambdas/trusted-advisor-sweep/read/advisor-errors.ts';
import type { LeftToAws } from '#lambdas/trusted-advisor-sweep/refresh/left-to-aws.ts';

/** `failed`: AWS said that something went wrong, or gave up; the next day asks again. `stoppedBy`: the others were not asked for. */
export type RefreshCount = { refreshed: number; notRefreshable: number; failed: number; stoppedBy?: unknown };

/** Asks for new results, one check after the other, as long as there is time. A refusal is never asked again. */
export async function refreshChecks(
  api: Pick<AdvisorApi, 'refresh'>,
  checks: readonly string[],
  { leftToAws, hasTime, now }: { leftToAws: LeftToAws; hasTime: () => boolean; now: () => Date },
): Promise<RefreshCount> {
  const count: RefreshCount = { refreshed: 0, notRefreshable: 0, failed: 0 };
  for (const check of checks) {
    if (!hasTime()) break;
    // Another account may have been told meanwhile.
    if (leftToAws.has(check, now())) {
      count.notRefreshable += 1;
      continue;
    }
    try {
      const isUnderWay = await api.refresh(check);
      count[isUnderWay ? 'refreshed' : 'failed'] += 1;
    } catch (error) {
      if (isInvalid(error)) {
        leftToAws.add(check, now());
        count.notRefreshable += 1;
      } else if (isInternal(error)) count.failed += 1;
      else return { ...count, stoppedBy: error };
    }
  }
  return count;
}
