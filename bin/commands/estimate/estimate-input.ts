import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import type { Deployment } from '#bin/commands/estimate/count-deployment.ts';
import type { EstimateInput } from '#bin/commands/estimate/model.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import type { Settings } from '#lib/settings.ts';

/** What the settings decide of the cost, for so many accounts and Regions of each. */
export function estimateInput(
  settings: Settings,
  deployment: Deployment,
  { accounts, regions }: { accounts: number; regions: number },
): EstimateInput {
  return {
    deployment,
    forwards: forwardsOf(settings),
    logRetentionDays: settings.logRetentionDays,
    scale: {
      accounts,
      regions,
      channels: Math.min(ASSUMED.channelsPerAlert, Object.keys(settings.channels).length),
    },
  };
}

function forwardsOf(settings: Settings): string[] {
  if (!settings.hub) return [];
  const ofMembers = memberShares(settings).filter(({ rules }) => rules.length > 0);
  return [
    ...ofMembers.map(({ capability }) => capability),
    // From the management account.
    ...(settings.accountDirectory ? ['account-directory'] : []),
  ];
}
