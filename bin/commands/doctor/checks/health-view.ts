import { DescribeHealthServiceStatusForOrganizationCommand, HealthClient } from '@aws-sdk/client-health';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { HEALTH } from '#bin/commands/doctor/service-principals.ts';
import { trustCommand } from '#bin/commands/doctor/trust-command.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';
import { globalRegionOf } from '#lib/regions.ts';

/** Health answers for all accounts at once. */
export const healthView: Check = {
  name: 'health-view',
  area: 'Organization',
  about: 'The organizational view of AWS Health is on',
  asks: 'the management account',
  actions: [
    'health:DescribeHealthServiceStatusForOrganization',
    'organizations:ListAWSServiceAccessForOrganization',
  ],
  skip: ({ settings }) =>
    unlessOrganization({ settings }) ??
    (settings.health?.reconcile ? undefined : 'health.reconcile is off in reeve.config.ts'),
  async run({ client, facts, homeRegion }) {
    const status = await askStatus(await client(HealthClient, 'management', globalRegionOf(homeRegion)));
    return judgeHealthView(status, (await facts.trustedServices()).includes(HEALTH), homeRegion);
  },
};

/** Without a plan the API neither says nor switches, but the view has trusted access when it is on. */
export function judgeHealthView(
  status: string | undefined,
  isTrusted: boolean,
  homeRegion: string,
): Observed[] {
  if (status === 'PENDING') {
    const text = 'The organizational view of Health is being switched on';
    return [{ verdict: 'warning', text, mend: 'Ask again in some hours' }];
  }
  if (status === undefined ? isTrusted : status === 'ENABLED') {
    return [{ verdict: 'ok', text: 'The organizational view of Health is on' }];
  }
  return [
    {
      verdict: 'failed',
      text: 'The organizational view of Health is off: what no event told is not looked up',
      mend:
        status === undefined
          ? 'In the console of AWS Health, with the management account: Organization health, Configurations'
          : `${trustCommand(HEALTH, homeRegion)}, in the management account`,
    },
  ];
}

/** Undefined where the management account's support plan has no API. */
async function askStatus(client: HealthClient): Promise<string | undefined> {
  try {
    const status = await client.send(new DescribeHealthServiceStatusForOrganizationCommand({}));
    return status.healthServiceAccessStatusForOrganization;
  } catch (error) {
    // The SDK has no class for it.
    if (error instanceof Error && error.name === 'SubscriptionRequiredException') return undefined;
    throw error;
  }
}
