import type { SupportClient } from '@aws-sdk/client-support';

type Strategy = Awaited<ReturnType<SupportClient['config']['retryStrategy']>>;

/**
 * The SDK's retries, but for one thing: a Region that is out of order is asked only once more, since the next one answers
 * sooner than it is mended. Who is throttled would be elsewhere too, and waits.
 */
export function leaveRegionSoon(strategy: Strategy): Strategy {
  if (!('refreshRetryTokenForRetry' in strategy)) return strategy;
  return {
    ...('mode' in strategy ? { mode: strategy.mode } : {}),
    acquireInitialRetryToken: (scope) => strategy.acquireInitialRetryToken(scope),
    recordSuccess: (token) => strategy.recordSuccess(token),
    refreshRetryTokenForRetry: async (token, info) => {
      const isLast = info.errorType !== 'THROTTLING' && token.getRetryCount() > 0;
      if (isLast) throw new Error('Another Region is to be asked');
      return strategy.refreshRetryTokenForRetry(token, info);
    },
  };
}
