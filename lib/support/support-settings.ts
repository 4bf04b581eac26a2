import { supportRegionsOf } from '#lambdas/contracts/regions.ts';
import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { READER_ROLE } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';
import type { Support } from '#lib/support/support-block.ts';

/** What support-cases gets of the settings. `region`: the home Region. */
export function supportSettingsOf(
  { accounts, organization }: Settings,
  support: Support,
  { region, stack }: { region: string; stack: string },
): SupportCasesSettings {
  const {
    everyMinutes: _ofTheSchedule,
    rawReaders: _ofTheBucket,
    trackers: _ofAnother,
    answers: _ofIt,
    ...rules
  } = support;
  const settings = { ...rules, regions: supportRegionsOf(region), accounts };
  if (!organization) return settings;
  const { managementAccount } = organization;
  return { ...settings, organization: { managementAccount, reader: readerOf(stack) } };
}

function readerOf(stack: string) {
  return { roleName: READER_ROLE, externalId: externalIdOf(stack) };
}
