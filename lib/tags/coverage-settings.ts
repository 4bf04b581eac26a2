import type { TagCoverageSettings } from '#lambdas/contracts/settings.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { READER_ROLE } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';
import { unprovenTypes } from '#lib/tags/unproven-types.ts';

const USUAL_OWNER_TAG = 'owner';

/** What tag-coverage gets of the settings. */
export function coverageSettingsOf(
  { regions, accounts, organization, accountDirectory }: Settings,
  tags: NonNullable<Settings['tags']>,
  stack: string,
): TagCoverageSettings {
  const policy = toTagPolicy(tags);
  const settings = {
    policy,
    unprovenTypes: unprovenTypes(policy.types),
    regions,
    accounts,
    ownerTag: accountDirectory?.ownerTag ?? USUAL_OWNER_TAG,
  };
  if (!organization) return settings;
  const { managementAccount } = organization;
  const reader = { roleName: READER_ROLE, externalId: externalIdOf(stack) };
  return { ...settings, organization: { managementAccount, reader } };
}
