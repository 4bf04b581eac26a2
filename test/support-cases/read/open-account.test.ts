import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import type { SupportPlan } from '#local/counterparts/organization/world.ts';
import type { AwsAnswer, AwsCall } from '#local/proxy/aws-call.ts';
import { HUB, MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { type ASupport, allOf, aSupport } from './a-support.ts';

const OPEN = { includeResolved: false };

let aws: ASupport;
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => {
  aws.empty();
  planOf(MEMBER).supportPlan = 'business-plus';
});
afterAll(() => aws.close());

function planOf(account: string): { supportPlan: SupportPlan } {
  return aws.world.accounts.find(({ id }) => id === account) ?? { supportPlan: 'basic' };
}
async function failure(account = MEMBER): Promise<unknown> {
  try {
    await allOf((await aws.open(account)).cases(OPEN));
  } catch (error) {
    return error;
  }
  return undefined;
}
/** Each call of AWS Support goes by here before it is served. */
function watch(before: (call: AwsCall) => Promise<void | AwsAnswer | 'hang-up'>): void {
  onTestFinished(
    aws.proxy.addHook({ before: async (call) => (call.service === 'support' ? before(call) : undefined) }),
  );
}

describe('an empty answer says why it is (boto/boto3#3967):', () => {
  test('there is no case', async () => {
    expect(await failure()).toBeUndefined();
  });

  test('the account has no plan, which is not swallowed (aws-samples/sample-support-case-insights-with-amazon-bedrock)', async () => {
    planOf(MEMBER).supportPlan = 'basic';

    expect(stateOf(await failure())).toBe('no-plan');
  });

  test('the account has no role for the hub', async () => {
    const error = await failure('444455556666');

    expect(error).toBeInstanceOf(NoReaderRoleError);
    expect(stateOf(error)).toBe('no-role');
  });

  test('its role may not ask', async () => {
    aws.faults.deny('support:DescribeCases');

    expect(stateOf(await failure())).toBe('refused');
  });
});

test('an account that fails in every Region fails (cloud-intelligence-dashboards-data-collection)', async () => {
  aws.support.habits.brokenRegions = ['us-east-1', 'us-west-2', 'eu-west-1'];

  expect(stateOf(await failure())).toBe('failed');
});

test('without an organization the account is read that the function runs in', async () => {
  planOf(HUB).supportPlan = 'business-plus';
  aws.openCase({ account: HUB, displayId: '7' });
  const api = await aws.open(HUB, { reader: undefined });

  expect(await allOf(api.cases(OPEN))).toMatchObject([{ displayId: '7' }]);
});

test('what is throttled is asked again', async () => {
  aws.openCase();
  aws.faults.throttle('support:DescribeCases', { times: 1 });

  expect(await allOf((await aws.open()).cases(OPEN))).toHaveLength(1);
});

describe('where a Region is out of order', () => {
  const regionsAsked = () => {
    const asked: string[] = [];
    watch(async ({ region }) => void asked.push(region));
    return asked;
  };

  test('the next one answers, by its own address and signature, and is asked first from then on', async () => {
    aws.openCase();
    aws.support.habits.brokenRegions = ['us-east-1'];
    const asked = regionsAsked();
    const open = aws.client();
    const list = async () => (await allOf((await open(MEMBER)).cases(OPEN))).length;

    expect([await list(), await list()]).toEqual([1, 1]);
    expect(asked).toEqual(['us-east-1', 'us-east-1', 'us-west-2', 'us-west-2']);
    expect(aws.gateway.requests.at(-1)?.host).toBe('support.us-west-2.amazonaws.com');
  });

  test('a cut connection is no answer', async () => {
    aws.openCase();
    watch(async ({ region }) => (region === 'us-east-1' ? 'hang-up' : undefined));

    expect(await allOf((await aws.open()).cases(OPEN))).toHaveLength(1);
  });

  test('what says in no words of AWS that it is unavailable is no answer', async () => {
    aws.openCase();
    const answer = { status: 503, headers: {}, body: '<html>Service Unavailable</html>' };
    watch(async ({ region }) => (region === 'us-east-1' ? answer : undefined));

    expect(await allOf((await aws.open()).cases(OPEN))).toHaveLength(1);
  });

  test('another one that the account may not use does not stand for the account', async () => {
    aws.support.habits.brokenRegions = ['us-east-1'];
    aws.faults.deny('support:DescribeCases', { when: ({ region }) => region !== 'us-east-1' });

    expect(await failure()).toMatchObject({ name: 'InternalServerError' });
  });

  test('a Region that is the only one is asked more than twice', async () => {
    aws.openCase();
    aws.support.habits.brokenRegions = ['us-east-1'];
    const asked = regionsAsked();
    watch(async () => {
      if (asked.length === 3) aws.support.habits.brokenRegions = [];
    });

    expect(await allOf((await aws.open(MEMBER, { regions: ['us-east-1'] })).cases(OPEN))).toHaveLength(1);
  });
});

test('an account is asked four times a second, by two calls at a time', async () => {
  const api = await aws.client({}, { now: () => new Date(0) })(MEMBER);
  const turns: number[] = [];
  const two = Promise.withResolvers<void>();
  watch(async () => {
    // Each takes its turn when it has a place.
    turns.push(aws.slept.length + 1);
    if (turns.length === 2) two.resolve();
    await two.promise;
  });
  await Promise.all(Array.from({ length: 6 }, () => allOf(api.cases(OPEN))));

  expect(turns.slice(0, 2)).toEqual([2, 2]);
  expect(turns).toHaveLength(6);
  expect(aws.slept).toEqual([250, 500, 750, 1000, 1250]);
});
