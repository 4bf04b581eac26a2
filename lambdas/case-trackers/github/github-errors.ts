import { LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { HttpAnswer } from '#lambdas/runtime/exchange.ts';
import { retryAfterSeconds } from '#lambdas/runtime/retry-after.ts';

/** There is no such thing, or none that the token may see. */
export class NotFoundError extends PermanentError {
  override name = 'NotFoundError';
}

/** It was deleted. */
export class DeletedError extends PermanentError {
  override name = 'DeletedError';
}

/** Where GitHub names no time. It asks for a minute at least. */
const USUAL_SECONDS = 60;

/**
 * Throws what a refusal means. GitHub limits with 403 as well as 429.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function throwRefusal(answer: HttpAnswer, now: Date): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const fields = { status, request: answer.headers['x-github-request-id'] };
  if (isLimit(answer)) {
    throw new LimitedError('GitHub limits the rate', { afterSeconds: secondsOf(answer, now), fields });
  }
  if (status >= 500) throw new RetryLaterError('GitHub has an outage', { fields });
  if (status === 401) {
    throw new PermanentError('GitHub does not know the token: set it anew with "reeve secret set"', {
      fields,
    });
  }
  if (status === 403) {
    throw new PermanentError(
      'The token may not write issues: it needs "Issues: read and write", of somebody who may label',
      { fields },
    );
  }
  if (status === 404)
    throw new NotFoundError(
      'GitHub does not show it to the token: see repository in support.trackers, and the repositories of the token',
      { fields },
    );
  if (status === 410) {
    if (messageOf(answer).includes('disabled'))
      throw new PermanentError('Issues are switched off in the repository', { fields });
    throw new DeletedError('It was deleted in GitHub', { fields });
  }
  throw new PermanentError('GitHub refused what was written', { fields });
}

function isLimit(answer: HttpAnswer): boolean {
  const { status, headers } = answer;
  if (status === 429) return true;
  if (status !== 403) return false;
  const isUsedUp = headers['x-ratelimit-remaining'] === '0';
  return isUsedUp || headers['retry-after'] !== undefined || /rate limit/i.test(messageOf(answer));
}

function secondsOf({ headers }: HttpAnswer, now: Date): number {
  const asked = retryAfterSeconds(headers, now);
  if (asked !== undefined) return asked;
  if (headers['x-ratelimit-remaining'] !== '0') return USUAL_SECONDS;
  const reset = Number(headers['x-ratelimit-reset']) - now.getTime() / 1000;
  return Number.isFinite(reset) ? Math.max(1, Math.ceil(reset)) : USUAL_SECONDS;
}

/** GitHub's words, never shown: they may repeat what was sent. */
function messageOf({ body }: HttpAnswer): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
