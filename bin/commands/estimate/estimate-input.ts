import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { costWork } from '#bin/commands/estimate/cost-requests.ts';
import type { Deployment } from '#bin/commands/estimate/count-deployment.ts';
import type { EstimateInput } from '#bin/commands/estimate/model.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import { regionsOfRules } from '#lib/members/regions-of-members.ts';
import type { Settings } from '#lib/settings.ts';

/**
 * What the settings decide of the cost, for so many accounts and Regions of each. `rulesIn`: Regions with Config rules,
 * other than those of the settings.
 */
export function estimateInput(
  settings: Settings,
  deployment: Deployment,
  { accounts, regions, rulesIn }: { accounts: number; regions: number; rulesIn?: number | undefined },
): EstimateInput {
  const costs = costSettingsOf(settings);
  const ruleRegions = regionsOfRules(settings).length;
  return {
    deployment,
    forwards: forwardsOf(settings),
    logRetentionDays: settings.logRetentionDays,
    scale: {
      accounts,
      regions,
      channels: Math.min(ASSUMED.channelsPerAlert, Object.keys(settings.channels).length),
      ...(costs ? { costs: costWork(costs, accounts) } : {}),
      ...(ruleRegions > 0 ? { ruleRegions: rulesIn ?? ruleRegions } : {}),
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
