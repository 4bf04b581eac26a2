import { expect, test } from 'vitest';
import { toUnseen } from '#bin/commands/doctor/refusal.ts';
import { toFinding, Unseen } from '#bin/commands/doctor/unseen.ts';

const ASKER = { account: '1', region: 'eu-north-1', as: 'reeve-reader', mend: 'npx cdk deploy ReeveMembers' };
const anError = (name: string, message = 'AWS says so', more = {}) =>
  Object.assign(new Error(message), { name, $metadata: {}, ...more });
const told = (error: unknown) => toUnseen(error, 'config:DescribeThings', ASKER)?.finding;

test.each(['AccessDenied', 'AccessDeniedException', 'AuthorizationErrorException', 'UnauthorizedOperation'])(
  '%s is a permission that is missing, with the way to get it',
  (name) => {
    expect(told(anError(name))).toEqual({
      account: '1',
      region: 'eu-north-1',
      verdict: 'unseen',
      text: 'No permission for config:DescribeThings (as reeve-reader)',
      detail: 'AWS says so',
      mend: 'npx cdk deploy ReeveMembers',
    });
  },
);

test('a denial by a service control policy is not for our templates to mend', () => {
  const message = 'not authorized to perform: x with an explicit deny in a service control policy';

  expect(told(anError('AccessDeniedException', message))?.mend).toContain('service control policy');
});

test.each([
  ['ThrottlingException', 'AWS throttles config:DescribeThings'],
  ['TooManyRequestsException', 'AWS throttles config:DescribeThings'],
  ['UnrecognizedClientException', 'config:DescribeThings was refused with UnrecognizedClientException'],
  ['TimeoutError', 'config:DescribeThings could not be reached'],
])('%s is told as what it is', (name, text) => {
  expect(told(anError(name))?.text).toContain(text);
});

test('a connection that was not made is told as such', () => {
  expect(told(anError('Error', 'connect ECONNREFUSED', { syscall: 'connect' }))).toMatchObject({
    verdict: 'unseen',
    text: 'config:DescribeThings could not be reached',
  });
});

test('an answer to the question is none of these', () => {
  expect(told(anError('ParameterNotFound'))).toBeUndefined();
});

test('what nobody expected of AWS is told in its words; a defect of ours is not swallowed', () => {
  expect(toFinding(anError('StrangeException'))).toEqual({
    verdict: 'unseen',
    text: 'AWS answered StrangeException',
    detail: 'AWS says so',
  });
  expect(toFinding(new Unseen({ text: 'dark' }))).toEqual({ verdict: 'unseen', text: 'dark' });
  expect(() => toFinding(new TypeError('ours'))).toThrow('ours');
});
