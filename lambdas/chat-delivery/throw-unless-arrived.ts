import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { HttpAnswer } from '#lambdas/runtime/exchange.ts';
import { retryAfterSeconds } from '#lambdas/runtime/retry-after.ts';

/** 429 and 5xx pass later, 413 may pass when shortened; any other status but 2xx will not. */
export function throwUnlessArrived(answer: HttpAnswer, now: Date): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  if (status === 429 || status >= 500) {
    const afterSeconds = retryAfterSeconds(answer.headers, now);
    throw new RetryLaterError(status === 429 ? 'Channel limits the rate' : 'Channel has an outage', {
      ...(afterSeconds === undefined ? {} : { afterSeconds }),
      fields: { status },
    });
  }
  if (status === 413) throw new TooLargeError('Channel finds the message too large');
  throw new PermanentError('Channel refused the message', { fields: { status } });
}
