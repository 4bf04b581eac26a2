import { expect, test } from 'vitest';
import { describeError } from '#bin/commands/command-line/describe-error.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

const named = (name: string, message: string, fields: object = {}) =>
  Object.assign(new Error(message), { name, ...fields });

test.each([
  [new Failure('Port 4600 is in use.'), 'Port 4600 is in use.'],
  [
    new PermanentError('Slack refused: invite the bot to the channel', {
      fields: { code: 'not_in_channel' },
    }),
    'Slack refused: invite the bot to the channel (code not_in_channel).',
  ],
  [
    new RetryLaterError('Channel limits the rate', { fields: { status: 429 } }),
    'Channel limits the rate (status 429).',
  ],
  [new RetryLaterError('Row was changed meanwhile'), 'Row was changed meanwhile.'],
  [
    named('CredentialsProviderError', 'Could not load credentials'),
    'There are no AWS credentials: sign in, and name the profile (AWS_PROFILE=…).',
  ],
  [
    new Error('Region is missing'),
    'There is no AWS region: name the one that the hub runs in (AWS_REGION=…).',
  ],
  [
    named('AccessDeniedException', 'not yours', { $metadata: {} }),
    'AWS refused: AccessDeniedException: not yours',
  ],
  [
    named('Error', 'connect ECONNREFUSED', { $metadata: {}, syscall: 'connect' }),
    'There is no connection: connect ECONNREFUSED.',
  ],
])('%s is told in words', (error, words) => {
  expect(describeError(error)).toBe(words);
});

test('what nobody expected shows where it happened', () => {
  expect(describeError(new TypeError('oops'))).toMatch(/TypeError: oops\n\s+at /);
});
