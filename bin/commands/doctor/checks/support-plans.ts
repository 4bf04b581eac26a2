import { DescribeSeverityLevelsCommand, SupportClient } from '@aws-sdk/client-support';
import type { Check } from '#bin/commands/doctor/check.ts';
import { ACCOUNT_ACTIONS } from '#bin/commands/doctor/facts/watched-accounts.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { findingsOfEach } from '#bin/commands/doctor/findings-of-each.ts';
import { globalRegionOf, partitionOf } from '#lib/regions.ts';

/** Accounts have a support plan, without which AWS tells less of them. */
export const supportPlans: Check = {
  name: 'support-plans',
  area: 'Members',
  about: 'Every account has a support plan with an API',
  asks: 'every account',
  actions: ['support:DescribeSeverityLevels', ...ACCOUNT_ACTIONS],
  async run(context) {
    const region = globalRegionOf(context.homeRegion);
    const findings = await findingsOfEach(context, 'support plans', async ({ id }) => {
      const client = await context.client(SupportClient, id, region);
      return [judgePlan(id, await hasPlan(client))];
    });
    const isAnyPaid = findings.some(({ verdict }) => verdict === 'ok');
    return [...findings, ...judgeEndOfPlans(isAnyPaid, context.now, partitionOf(region))];
  },
};

/** No capability fails without yet; Health is asked less. */
function judgePlan(account: string, hasPlan: boolean): Observed {
  if (hasPlan) return { account, verdict: 'ok', text: 'A support plan with an API' };
  return {
    account,
    verdict: 'warning',
    text: 'No support plan with an API: cases, Trusted Advisor and the Health API are closed to Reeve',
    mend: 'If you want them there: Business Support+ or better, in the console of AWS Support',
  };
}

const END_OF_PLANS = new Date('2027-01-01T00:00:00Z');

/** The API does not say which plan it is. https://aws.amazon.com/premiumsupport/plans/ */
export function judgeEndOfPlans(isAnyPaid: boolean, now: Date, partition: string): Observed[] {
  if (!isAnyPaid || partition !== 'aws' || now >= END_OF_PLANS) return [];
  return [
    {
      verdict: 'warning',
      text: 'Developer, Business and Enterprise On-Ramp support end on 2027-01-01; an account left on them goes silent',
      mend: 'See the plan of each account in the console of AWS Support: the API does not tell which it is',
    },
  ];
}

async function hasPlan(client: SupportClient): Promise<boolean> {
  try {
    await client.send(new DescribeSeverityLevelsCommand({ language: 'en' }));
    return true;
  } catch (error) {
    // The SDK has no class for it.
    if (error instanceof Error && error.name === 'SubscriptionRequiredException') return false;
    throw error;
  }
}
