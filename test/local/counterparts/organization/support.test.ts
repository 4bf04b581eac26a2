import { DescribeSeverityLevelsCommand, SupportClient } from '@aws-sdk/client-support';
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

  test.each(['us-east-1', 'us-west-2', 'eu-west-1'])('It is served in %s', async (region) => {
    given('enterprise');
    const there = served.clientOf(SupportClient, { account: MEMBER, region });
    expect(await severities({}, there)).toHaveLength(5);
    served.world.support.habits.brokenRegions = [region];
    await expect(severities({}, there)).rejects.toMatchObject({
      name: 'InternalServerError',
      $metadata: { httpStatusCode: 500 },
    });
  });

  test('It is not served in other Regions', async () => {
    given('enterprise');
    const elsewhere = served.clientOf(SupportClient, { account: MEMBER, region: 'eu-central-1' });
    await expect(severities({}, elsewhere)).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });

  test('A permission that lacks is not a plan that lacks', async () => {
    given('enterprise');
    served.faults.deny('support:DescribeSeverityLevels');
    await expect(severities()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
