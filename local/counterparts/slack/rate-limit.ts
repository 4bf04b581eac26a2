import type { Clock } from '#local/clock.ts';

/** `burst` requests at once, then one in each interval. */
type Allowance = { burst: number; intervalMilliseconds: number };

// https://docs.slack.dev/apis/web-api/rate-limits; the bursts are not published.
export const POSTING: Allowance = { burst: 3, intervalMilliseconds: 1000 };
export const TIER_2: Allowance = { burst: 10, intervalMilliseconds: 60_000 / 20 };
export const TIER_3: Allowance = { burst: 20, intervalMilliseconds: 60_000 / 50 };

/** Counts one request against `key`; answers how many seconds to wait, or 0 if it may pass. */
export type RateLimit = (key: string) => number;

/** A rate limit by the clock. Refused requests do not count. */
export function createRateLimit(clock: Clock, { burst, intervalMilliseconds }: Allowance): RateLimit {
  const dueAt = new Map<string, number>();
  return (key) => {
    const now = clock.now();
    const due = Math.max(dueAt.get(key) ?? now, now);
    const wait = due - now - (burst - 1) * intervalMilliseconds;
    if (wait > 0) return Math.ceil(wait / 1000);
    dueAt.set(key, due + intervalMilliseconds);
    return 0;
  };
}
