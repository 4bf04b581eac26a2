import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import { askPermit, endPermitRequest } from '#local/counterparts/organization/change-permits.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { type ASupport, aSupport } from './a-support.ts';

const PERMITS = 'supportauthz:*';

let aws: ASupport;
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => aws.empty());
afterAll(() => aws.close());

const permits = async (more: Parameters<ASupport['open']>[1] = {}) =>
  (await aws.open(MEMBER, more)).permits();
const ask = (one = aws.openCase()) => askPermit(aws.support, one, ['s3:GetObject'], aws.now() - 1000);

test('requests that nobody decided are found by their cases, each with its time', async () => {
  const opened = aws.openCase();
  const asked = [ask(opened), ask(opened)];
  endPermitRequest(ask(opened), 'REJECTED', aws.now());

  const found = (await permits()).get(opened.displayId);
  expect(found?.map(({ id }) => id).sort()).toEqual(asked.map(({ arn }) => arn).sort());
  expect(found?.[0]).toMatchObject({
    status: 'PENDING',
    at: new Date(asked[0]?.createdAt ?? 0).toISOString(),
  });
  expect(aws.gateway.requests.at(-1)?.host).toBe('supportauthz.us-east-1.api.aws');
});

test('requests of all pages are found', async () => {
  for (let number = 0; number < 101; number += 1) ask();

  expect((await permits()).size).toBe(101);
});

test('an account whose role may not ask has none, and that is noted', async () => {
  ask();
  aws.faults.deny(PERMITS);

  expect(await permits()).toEqual(new Map());
  expect(aws.warned).toEqual([
    ['Requests for permits cannot be read', { account: MEMBER, error: 'AccessDeniedException' }],
  ]);
});

test('a partition without the service has none, and that is noted', async () => {
  expect(await permits({ regions: ['us-gov-east-9'] })).toEqual(new Map());
  expect(aws.warned).toHaveLength(1);
});

test.each([
  ['throttled', () => aws.faults.throttle(PERMITS, { times: 2 })],
  [
    'out of order',
    () => aws.faults.fail(PERMITS, new AwsError('InternalServerException', 'no', 500), { times: 2 }),
  ],
])('what is %s is asked again', async (_, fault) => {
  ask();
  fault();

  expect((await permits()).size).toBe(1);
  expect(aws.slept).toEqual([1000, 2000]);
});

test('where nobody answers in the end, nothing is said of permits', async () => {
  aws.faults.throttle(PERMITS);
  const error = await permits().catch((cause: unknown) => cause);

  expect(stateOf(error)).toBe('throttled');
});
