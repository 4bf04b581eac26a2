import { expect, test } from 'vitest';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { isOutage, stateOf } from '#lambdas/support-cases/read/support-errors.ts';

const anError = (name: string, more: object = {}) => Object.assign(new Error('no'), { name, ...more });
const answered = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

test.each([
  [new NoReaderRoleError('no'), 'no-role'],
  [anError('SubscriptionRequiredException', answered(400)), 'no-plan'],
  [anError('AccessDeniedException', answered(400)), 'refused'],
  [anError('AccessDenied', answered(403)), 'refused'],
  [anError('ThrottlingException', answered(400)), 'throttled'],
  [anError('DescribeAttachmentLimitExceeded', answered(400)), 'throttled'],
  [anError('Unheard', answered(429)), 'throttled'],
  [anError('InternalServerError', answered(500)), 'failed'],
  [anError('ExpiredTokenException', answered(400)), 'failed'],
  ['not an error', 'failed'],
])('%o means that the account is %s', (error, state) => {
  expect(stateOf(error)).toBe(state);
});

test.each([
  [anError('InternalServerError', answered(500)), true],
  [anError('Unheard', answered(503)), true],
  [anError('TimeoutError'), true],
  [anError('Error', { code: 'ECONNRESET' }), true],
  [anError('ThrottlingException', answered(503)), false],
  [anError('SubscriptionRequiredException', answered(500)), false],
  [anError('CaseIdNotFound', answered(400)), false],
  [undefined, false],
])('that another Region may do better after %o is %s', (error, verdict) => {
  expect(isOutage(error)).toBe(verdict);
});
