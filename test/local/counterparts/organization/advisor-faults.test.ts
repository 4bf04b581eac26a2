import { RefreshTrustedAdvisorCheckCommand, SupportClient } from '@aws-sdk/client-support';
import { ListChecksCommand, TrustedAdvisorClient } from '@aws-sdk/client-trustedadvisor';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AwsError } from '#local/proxy/aws-call.ts';
import { MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const PLACE = { account: MEMBER, region: 'us-east-1' };

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
});
afterEach(() => served.close());

test('A refresh fails within AWS, once (awslabs/aws-trusted-advisor-explorer#1)', async () => {
  const client = served.clientOf(SupportClient, PLACE);
  const error = new AwsError('InternalServerError', 'An internal error', 500);
  served.faults.fail('support:RefreshTrustedAdvisorCheck', error, { times: 1 });
  const refresh = () => client.send(new RefreshTrustedAdvisorCheckCommand({ checkId: 'H7IgTzjTYb' }));
  await expect(refresh()).rejects.toMatchObject({ name: 'InternalServerError' });
  expect((await refresh()).status?.status).toBe('enqueued');
});

test('Too many requests are a ThrottlingException in both APIs', async () => {
  served.faults.throttle('support:*');
  served.faults.throttle('trustedadvisor:ListChecks', { times: 1 });
  const support = served.clientOf(SupportClient, PLACE);
  const advisor = served.clientOf(TrustedAdvisorClient, PLACE);
  const throttled = { name: 'ThrottlingException' };
  await expect(
    support.send(new RefreshTrustedAdvisorCheckCommand({ checkId: 'H7IgTzjTYb' })),
  ).rejects.toMatchObject(throttled);
  await expect(advisor.send(new ListChecksCommand({}))).rejects.toMatchObject(throttled);
  expect((await advisor.send(new ListChecksCommand({}))).checkSummaries).not.toHaveLength(0);
});
