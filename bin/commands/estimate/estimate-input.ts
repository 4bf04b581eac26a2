import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { costWork } from '#bin/commands/estimate/cost-requests.ts';
import type { Deployment } from '#bin/commands/estimate/count-deployment.ts';
import type { EstimateInput } from '#bin/commands/estimate/model.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import type { Settings } from '#lib/settings.ts';

/** What the settings decide of the cost, for so many accounts and Regions of each. */
export function estimateInput(
  settings: Settings,
  deployment: Deployment,
  { accounts, regions }: { accounts: number; regions: number },
): EstimateInput {
  const costs = costSettingsOf(settings);
  return {
    deployment,
    forwards: forwardsOf(settings),
    logRetentionDays: settings.logRetentionDays,
    scale: {
      accounts,
      regions,
      channels: Math.min(ASSUMED.channelsPerAlert, Object.keys(settings.channels).length),
      ...(costs ? { costs: costWork(costs, accounts) } : {}),
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
    ...(settings.organization && settings.costs?.anomalies ? ['cost-anomalies'] : []),
  ];
}
