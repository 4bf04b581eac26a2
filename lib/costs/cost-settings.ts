import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { COST_READER_ROLE } from '#lib/platform/role-names.ts';
import { partitionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';

const MONTHS = 13;
const MONTHS_OF_SEVERAL_YEARS = 38;

/** What cost-reports is told of the settings; undefined where they have no block for it. */
export function costSettingsOf(settings: Settings, hubStack = 'ReeveHub'): CostSettings | undefined {
  const { costs, organization, hub, accounts } = settings;
  if (!costs) return undefined;
  const { reports, tags, costCategories, reservationServices, basis, caps, parquet, focus } = costs;
  const payer = payerOf(settings);
  return {
    view: seesOrganization(settings) ? 'organization' : 'account',
    ...(payer ? { payer } : {}),
    ...(hasCostReader(settings) && organization && hub
      ? {
          readerRole: {
            arn: `arn:${partitionOf(hub.region)}:iam::${organization.managementAccount}:role/${COST_READER_ROLE}`,
            externalId: externalIdOf(hubStack),
          },
        }
      : {}),
    reports: [
      ...reports,
      ...(tags.length > 0 ? (['tags'] as const) : []),
      ...(costCategories.length > 0 ? (['cost-categories'] as const) : []),
    ],
    tags,
    costCategories,
    reservationServices,
    historyMonths: costs.severalYears ? MONTHS_OF_SEVERAL_YEARS : MONTHS,
    basis,
    caps,
    parquet,
    ...(focus ? { focus } : {}),
    accounts,
  };
}

/** Whether the management account has a role by which it is asked for costs. */
export function hasCostReader(settings: Settings): boolean {
  return settings.costs !== undefined && !settings.costs.focus && seesOrganization(settings);
}

/** Whether the costs are those of all accounts. */
function seesOrganization({ costs, organization }: Settings): boolean {
  return organization !== undefined && costs?.view !== 'account';
}

function payerOf(settings: Settings): string | undefined {
  return seesOrganization(settings) ? settings.organization?.managementAccount : settings.hub?.account;
}
