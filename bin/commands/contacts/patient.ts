import type { AccountClientConfig } from '@aws-sdk/client-account';

type RetryStrategy = Extract<AccountClientConfig['retryStrategy'], { acquireInitialRetryToken: unknown }>;

/** Minutes in all. */
const MOST_RETRIES = 30;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;

/**
 * Account Management answers ten questions a second and takes five changes, Organizations has limits of its
 * own: being refused is the rule here. The SDK's own strategies give up after some hundred refusals, or after
 * a single one slow down to a call in two seconds.
 * https://docs.aws.amazon.com/accounts/latest/reference/quotas.html
 */
const retryStrategy: RetryStrategy = {
  acquireInitialRetryToken: async () => token(0),
  async refreshRetryTokenForRetry(before, { errorType }) {
    const isPassing = errorType === 'THROTTLING' || errorType === 'TRANSIENT';
    if (!isPassing || before.getRetryCount() >= MOST_RETRIES) throw new Error('Not to be tried again');
    return token(before.getRetryCount() + 1);
  },
  recordSuccess: () => {},
};

function token(count: number) {
  const longest = count === 0 ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** count);
  // Not all at the same moment again.
  const delay = longest * (0.5 + Math.random() / 2);
  return { getRetryCount: () => count, getRetryDelay: () => delay };
}

export const PATIENT = { retryStrategy };

/** More at once would only be refused more often. */
export const AT_ONCE = 4;
