import { supportRegionsOf } from '#lambdas/contracts/regions.ts';
import type {
  CaseTrackersSettings,
  TrackerSettings,
} from '#lambdas/contracts/support/case-trackers-settings.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { READER_ROLE, WRITER_ROLE } from '#lib/platform/role-names.ts';
import { trackerSecretName } from '#lib/platform/secret-name.ts';
import type { Settings } from '#lib/settings.ts';
import type { Support } from '#lib/support/support-block.ts';

/** What case-trackers gets of the settings. */
export function trackerSettingsOf(
  { accounts, organization }: Settings,
  support: Support,
  { region, stack }: { region: string; stack: string },
): CaseTrackersSettings {
  const { answers } = support;
  const roles = organization && {
    reader: READER_ROLE,
    writer: WRITER_ROLE,
    externalId: externalIdOf(stack),
  };
  const [supportRegion = ''] = supportRegionsOf(region);
  return {
    trackers: trackersOf(support, stack),
    accounts,
    ...(organization ? { organization: { managementAccount: organization.managementAccount } } : {}),
    ...(answers ? { answers: { ...answers, region: supportRegion, ...(roles ? { roles } : {}) } } : {}),
  };
}

/** The trackers of the settings, with the names that their secrets have in a deployment. */
export function trackersOf({ trackers }: Support, stack: string): TrackerSettings[] {
  return Object.entries(trackers).map(([name, { accounts, ous, ...tracker }]) => ({
    ...withoutHooks(tracker),
    ...(accounts ? { accounts } : {}),
    ...(ous ? { ous } : {}),
    name,
    secretName: trackerSecretName(stack, name),
  }));
}

type Place = Pick<TrackerSettings, 'text'> &
  ({ kind: 'github'; repository: string; apiUrl: string; app?: string | undefined } | { kind: 'webhook' });

/** That its webhooks are received is the business of another function. */
function withoutHooks({ hooks: _ofAnother, ...tracker }: Place & { hooks?: boolean }): Place {
  return tracker;
}
