import { describe, expect, it } from 'vitest';
import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import { throwUnlessArrived } from '#lambdas/chat-delivery/throw-unless-arrived.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { NOW } from './a-head.ts';

function errorOf(status: number, retryAfter?: string): unknown {
  try {
    throwUnlessArrived({ status, headers: { 'retry-after': retryAfter }, body: 'secret' }, NOW);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('throwUnlessArrived', () => {
  it.each([200, 202, 204])('takes %i as arrived', (status) => expect(errorOf(status)).toBeUndefined());

  it.each([429, 500, 502, 503, 504])(
    'lets %i be tried later (aws-health-aware, terraform-aws-notify-slack)',
    (status) => expect(errorOf(status)).toBeInstanceOf(RetryLaterError),
  );

  it.each([301, 307, 400, 401, 403, 404, 410])('takes %i as final: no redirect is followed', (status) => {
    expect(errorOf(status)).toBeInstanceOf(PermanentError);
    expect(errorOf(status)).not.toBeInstanceOf(TooLargeError);
  });

  it('lets 413 be tried once more, shortened', () => expect(errorOf(413)).toBeInstanceOf(TooLargeError));

  it.each([
    ['120', 120],
    ['0', 0],
    ['Fri, 20 Nov 2026 03:01:30 GMT', 90],
    ['Fri, 20 Nov 2026 02:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('obeys Retry-After: %s', (value, seconds) => {
    expect(errorOf(429, value)).toMatchObject({ afterSeconds: seconds });
    expect(errorOf(503, value)).toMatchObject({ afterSeconds: seconds });
  });
});
