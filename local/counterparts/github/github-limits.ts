import type { Clock } from '#local/clock.ts';
import type { InternetAnswer } from '../internet-request.ts';
import { refusal } from './github-answer.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * What a token may ask: so many requests an hour, and of those that write for people to read 80 a minute and 500 an hour.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const USUAL_LIMITS = { requests: 5000, contentPerMinute: 80, contentPerHour: 500 };

export function createLimits(clock: Clock, allowed: typeof USUAL_LIMITS) {
  let window = { endsAt: clock.now() + HOUR, used: 0 };
  let contents: number[] = [];

  const within = (span: number) => contents.filter((at) => at > clock.now() - span);
  const secondary = (seconds: number) =>
    refusal(
      403,
      'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
      { 'retry-after': String(seconds) },
    );

  return {
    /** The headers that each answer bears. */
    headers: (): Record<string, string> => ({
      'x-ratelimit-limit': String(allowed.requests),
      'x-ratelimit-remaining': String(Math.max(0, allowed.requests - window.used)),
      'x-ratelimit-reset': String(Math.ceil(window.endsAt / 1000)),
      'x-ratelimit-used': String(window.used),
      'x-ratelimit-resource': 'core',
    }),

    /** The refusal of a request that is one too many. */
    count(userId: number, isContent: boolean): InternetAnswer | undefined {
      if (clock.now() >= window.endsAt) window = { endsAt: clock.now() + HOUR, used: 0 };
      if (window.used >= allowed.requests)
        return refusal(403, `API rate limit exceeded for user ID ${userId}.`);
      window.used += 1;
      if (!isContent) return undefined;
      contents = within(HOUR);
      if (contents.length >= allowed.contentPerHour) return secondary(HOUR / 1000);
      if (within(MINUTE).length >= allowed.contentPerMinute) return secondary(MINUTE / 1000);
      contents.push(clock.now());
      return undefined;
    },
  };
}
