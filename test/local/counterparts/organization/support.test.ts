import { DescribeCasesCommand, DescribeSeverityLevelsCommand, SupportClient } from '@aws-sdk/client-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SupportPlan } from '#local/counterparts/organization/world.ts';
import { MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
let client: SupportClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(SupportClient, { account: MEMBER, region: 'us-east-1' });
});
afterEach(() => served.close());

function given(supportPlan: SupportPlan) {
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.supportPlan = supportPlan;
}
const severities = async (input: DescribeSeverityLevelsCommand['input'] = {}, of = client) => {
  const { severityLevels = [] } = await of.send(new DescribeSeverityLevelsCommand(input));
  return severityLevels.map(({ code }) => code);
};

describe('DescribeSeverityLevels', () => {
  const usual = ['low', 'normal', 'high', 'urgent'];

  test.each<[SupportPlan, string[]]>([
    ['business', usual],
    ['business-plus', usual],
    ['enterprise-on-ramp', [...usual, 'critical']],
    ['enterprise', [...usual, 'critical']],
  ])('The plan %s decides what can be chosen', async (plan, codes) => {
    given(plan);
    expect(await severities({ language: 'en' })).toEqual(codes);
  });

  test.each<SupportPlan>(['basic', 'developer'])('The plan %s has no API', async (plan) => {
    given(plan);
    await expect(severities()).rejects.toMatchObject({
      name: 'SubscriptionRequiredException',
      message: 'Amazon Web Services Premium Support Subscription is required to use this service.',
    });
  });

  test('A dry run that would succeed is an error', async () => {
    given('enterprise');
    await expect(severities({ dryRun: true })).rejects.toMatchObject({ name: 'DryRunOperationException' });
  });

  test('It is served in us-east-1 alone', async () => {
    given('enterprise');
    const elsewhere = served.clientOf(SupportClient, { account: MEMBER, region: 'eu-west-1' });
    await expect(severities({}, elsewhere)).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });

  test('A permission that lacks is not a plan that lacks', async () => {
    given('enterprise');
    served.faults.deny('support:DescribeSeverityLevels');
    await expect(severities()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

test('There are no cases, asked for within bounds', async () => {
  given('business');
  const cases = (input: DescribeCasesCommand['input']) => client.send(new DescribeCasesCommand(input));
  expect((await cases({ maxResults: 10 })).cases).toEqual([]);
  await expect(cases({ maxResults: 9 })).rejects.toMatchObject({ name: 'ValidationException' });
  const caseIdList = Array.from({ length: 101 }, (_, index) => `case-${index}`);
  await expect(cases({ caseIdList })).rejects.toMatchObject({ name: 'ValidationException' });
});
