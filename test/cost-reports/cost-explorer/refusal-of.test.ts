import { describe, expect, test } from 'vitest';
import { CapReachedError } from '#lambdas/cost-reports/cost-explorer/cap-reached-error.ts';
import { mayBeBilled } from '#lambdas/cost-reports/cost-explorer/may-be-billed.ts';
import { refusalOf } from '#lambdas/cost-reports/cost-explorer/refusal-of.ts';
import { anAwsError } from '#test/cost-reports/cost-explorer/an-aws-error.ts';

describe('a refusal', () => {
  test.each([
    {
      of: 'a missing permission',
      said: 'User: arn:aws:sts::111122223333:assumed-role/reeve is not authorized to perform: ce:GetCostForecast on resource: arn:aws:ce:us-east-1:111122223333:/GetCostForecast',
      told: 'Who asks may not ce:GetCostForecast',
    },
    {
      of: 'a role that may not be taken',
      said: 'User: arn:aws:sts::111122223333:assumed-role/reeve is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/reeve-cost-reader',
      told: 'Who asks may not sts:AssumeRole',
    },
    {
      of: 'Cost Explorer that is off',
      said: 'User not enabled for cost explorer access',
      told: 'Cost Explorer is off in this account',
    },
    {
      of: 'a management account that withholds it',
      said: "Linked account doesn't have access to cost explorer.",
      told: 'The management account withholds Cost Explorer',
    },
    { of: 'anything else', said: 'No', told: 'AWS refuses access: No.' },
  ])('of access tells $of from the others', ({ said, told }) => {
    const refusal = refusalOf(anAwsError('AccessDeniedException', said));

    expect(refusal).toMatchObject({ state: 'refused', reason: 'access' });
    expect(refusal?.message).toContain(told);
    expect(refusal?.message).not.toContain('arn:');
  });

  test.each([
    ['DataUnavailableException', 'unavailable'],
    ['BillExpirationException', 'unavailable'],
    ['BillingViewHealthStatusException', 'unavailable'],
    ['ValidationException', 'invalid'],
    ['ResourceNotFoundException', 'invalid'],
    ['UnresolvableUsageUnitException', 'invalid'],
  ])('by %s is %s, in the words of AWS', (name, reason) => {
    const message = 'AWS says: Start date (and hour) should be before end date (and hour).';

    expect(refusalOf(anAwsError(name, 'Start date (and hour) should be before end date (and hour)'))).toEqual(
      {
        state: 'refused',
        reason,
        message,
      },
    );
  });

  test.each([
    { cap: 'run', scope: 'this run' },
    { cap: 'month', scope: 'this month' },
  ] as const)('by the cap of a $cap names it, its figures and the setting', ({ cap, scope }) => {
    const { reason, message } = refusalOf(new CapReachedError(cap, { limit: 40, spent: 40 })) ?? {};

    expect(reason).toBe('cap');
    expect(message).toContain(`40 of 40 billed requests of ${scope}`);
    expect(message).toContain(`costs.caps.${cap}`);
  });

  test.each([
    anAwsError('LimitExceededException'),
    anAwsError('ThrottlingException'),
    anAwsError('InternalServerError', 'Oops', 500),
    anAwsError('ExpiredTokenException'),
    anAwsError('InvalidNextTokenException'),
    anAwsError('TimeoutError', 'Slow', null),
    new TypeError('A defect'),
    'no error',
  ])('is nothing that a retry may mend: %s', (error) => {
    expect(refusalOf(error)).toBeUndefined();
  });
});

describe('on the bill', () => {
  test.each([
    { what: 'a refusal', error: anAwsError('ValidationException'), is: false },
    { what: 'a throttled request', error: anAwsError('LimitExceededException', 'Slow down', 429), is: false },
    { what: 'a failure of AWS', error: anAwsError('InternalServerError', 'Oops', 503), is: true },
    {
      what: 'an answer that cannot be read',
      error: anAwsError('SyntaxError', 'Unexpected <', 200),
      is: true,
    },
    { what: 'a time-out', error: anAwsError('TimeoutError', 'Slow', null), is: true },
    { what: 'a broken connection', error: { code: 'ECONNRESET' }, is: true },
    { what: 'a request that found no server', error: { code: 'ENOTFOUND' }, is: false },
    { what: 'a refused connection', error: { code: 'ECONNREFUSED' }, is: false },
    { what: 'missing credentials', error: { name: 'CredentialsProviderError' }, is: false },
    {
      what: 'the attempt before the one that a cap stopped',
      error: new CapReachedError('run', { limit: 1, spent: 1 }),
      is: true,
    },
  ])('may be $what: $is', ({ error, is }) => {
    expect(mayBeBilled(error)).toBe(is);
  });
});
