import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import type { HttpAnswer } from '#lambdas/chat-delivery/exchange.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** 429 and 5xx pass later, 413 may pass when shortened; any other status but 2xx will not. */
export function throwUnlessArrived(answer: HttpAnswer, now: Date): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  if (status === 429 || status >= 500) {
    const afterSeconds = retryAfterSeconds(answer, now);
    throw new RetryLaterError(status === 429 ? 'Channel limits the rate' : 'Channel has an outage', {
      ...(afterSeconds === undefined ? {} : { afterSeconds }),
      fields: { status },
    });
  }
  if (status === 413) throw new TooLargeError('Channel finds the message too large');
  throw new PermanentError('Channel refused the message', { fields: { status } });
}

/** `Retry-After` in seconds, or as a date. */
function retryAfterSeconds(answer: HttpAnswer, now: Date): number | undefined {
  const value = answer.headers['retry-after'];
  if (typeof value !== 'string') return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}
