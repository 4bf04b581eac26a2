import type { TrustedAdvisorSettings, TrustedAdvisorSweepSettings } from '#lambdas/contracts/settings.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { READER_ROLE } from '#lib/platform/role-names.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';
import type { TrustedAdvisor } from '#lib/trusted-advisor/advisor-block.ts';

/** What trusted-advisor-alerts gets of the settings. */
export function advisorSettingsOf(all: Settings, advisor: TrustedAdvisor): TrustedAdvisorSettings {
  const { accounts, owners, accountDirectory } = all;
  return {
    selection: selectionOf(advisor),
    ownerKey: accountDirectory?.ownerTag ?? 'owner',
    owners: Object.keys(owners),
    accounts,
  };
}

/** What trusted-advisor-sweep gets of the settings. `region`: the home Region. */
export function advisorSweepSettingsOf(
  all: Settings,
  advisor: TrustedAdvisor,
  { region, stack }: { region: string; stack: string },
): TrustedAdvisorSweepSettings {
  const { accounts, organization } = all;
  const { refreshAfterHours } = advisor;
  const settings = {
    selection: selectionOf(advisor),
    ...(refreshAfterHours === false ? {} : { refreshAfterHours }),
    globalRegion: globalRegionOf(region),
    accounts,
  };
  if (!organization) return settings;
  const { managementAccount } = organization;
  const reader = { roleName: READER_ROLE, externalId: externalIdOf(stack) };
  return { ...settings, organization: { managementAccount, reader } };
}

function selectionOf({ refreshAfterHours: _notSelected, ...selection }: TrustedAdvisor): AdvisorSelection {
  return selection;
}
