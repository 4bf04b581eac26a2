import type {
  CaseTrackersSettings,
  TrackerSettings,
} from '#lambdas/contracts/support/case-trackers-settings.ts';
import { trackerSecretName } from '#lib/platform/secret-name.ts';
import type { Settings } from '#lib/settings.ts';
import type { Support } from '#lib/support/support-block.ts';

/** What case-trackers gets of the settings. */
export function trackerSettingsOf(
  { accounts, organization }: Settings,
  support: Support,
  stack: string,
): CaseTrackersSettings {
  const trackers = trackersOf(support, stack);
  if (!organization) return { trackers, accounts };
  return { trackers, accounts, organization: { managementAccount: organization.managementAccount } };
}

/** The trackers of the settings, with the names that their secrets have in a deployment. */
export function trackersOf({ trackers }: Support, stack: string): TrackerSettings[] {
  return Object.entries(trackers).map(([name, { accounts, ous, ...tracker }]) => ({
    ...tracker,
    ...(accounts ? { accounts } : {}),
    ...(ous ? { ous } : {}),
    name,
    secretName: trackerSecretName(stack, name),
  }));
}
