import type { InternetAnswer } from '../internet-request.ts';
import { refusal } from './github-answer.ts';

/**
 * How the next requests go wrong. `server_error` and `unavailable` have no effect; `lost_answer` has its effect, and
 * the gateway says 502; `secondary_limit` and `primary_limit` come without the counting of a limit.
 */
export type GithubFault =
  | 'server_error'
  | 'unavailable'
  | 'lost_answer'
  | 'secondary_limit'
  | 'too_many'
  | 'primary_limit';

/** Faults that a test asked for, each served once and in order. `only`: to requests of this method. */
export function createGithubFaults() {
  const pending: { fault: GithubFault; only?: string | undefined }[] = [];
  return {
    failNext: (fault: GithubFault, { times = 1, only }: { times?: number; only?: string } = {}) =>
      void pending.push(...Array.from({ length: times }, () => ({ fault, only }))),

    take(method: string): GithubFault | undefined {
      const index = pending.findIndex(({ only }) => only === undefined || only === method);
      return index < 0 ? undefined : pending.splice(index, 1)[0]?.fault;
    },
  };
}

const HTML = { 'content-type': 'text/html' };

/** What is answered in place of the operation, or of its answer. */
export function faultAnswer(fault: GithubFault, now: number): InternetAnswer {
  switch (fault) {
    case 'secondary_limit':
      return refusal(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        {
          'retry-after': '60',
        },
      );
    case 'too_many':
      return refusal(429, 'You have exceeded a secondary rate limit.', { 'retry-after': '90' });
    case 'primary_limit':
      return refusal(403, 'API rate limit exceeded for user ID 1.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(now / 1000) + 1800),
      });
    case 'unavailable':
      return { status: 503, headers: HTML, body: '<html>Unicorn!</html>' };
    case 'lost_answer':
      return { status: 502, headers: HTML, body: '<html>Bad gateway</html>' };
    default:
      return { status: 500, headers: HTML, body: '<html>Error</html>' };
  }
}
