import { expect, test } from 'vitest';
import { leaveRegionSoon } from '#lambdas/support-cases/read/leave-region.ts';

/** Tries eight times, whatever happened, and does not wait. */
function patient() {
  const tokenOf = (count: number) => ({
    getRetryCount: () => count,
    getRetryDelay: () => 0,
    getRetryCost: () => 0,
  });
  const successes: number[] = [];
  return {
    successes,
    acquireInitialRetryToken: async () => tokenOf(0),
    refreshRetryTokenForRetry: async ({ getRetryCount }: { getRetryCount: () => number }) => {
      if (getRetryCount() === 7) throw new Error('enough');
      return tokenOf(getRetryCount() + 1);
    },
    recordSuccess: ({ getRetryCount }: { getRetryCount: () => number }) =>
      void successes.push(getRetryCount()),
  };
}

test.each([
  ['TRANSIENT', 2],
  ['SERVER_ERROR', 2],
  ['THROTTLING', 8],
] as const)('after %s a Region is asked %i times', async (errorType, times) => {
  const kept = patient();
  const strategy = leaveRegionSoon(kept);
  if (!('acquireInitialRetryToken' in strategy)) throw new TypeError('not the kind of strategy it was given');
  let token = await strategy.acquireInitialRetryToken('');
  strategy.recordSuccess(token);
  let asked = 1;
  try {
    for (; ; asked += 1) token = await strategy.refreshRetryTokenForRetry(token, { errorType });
  } catch {
    expect(asked).toBe(times);
  }
  expect(kept.successes).toEqual([0]);
});
