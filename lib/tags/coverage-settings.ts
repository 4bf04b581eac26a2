import type { TagCoverageSettings } from '#lambdas/contracts/settings.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { READER_ROLE } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';
import { ownerKeyOf } from '#lib/tags/required-tags-settings.ts';
import type { Tags } from '#lib/tags/tag-block.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';
import { unprovenTypes } from '#lib/tags/unproven-types.ts';

/** What tag-coverage gets of the settings. */
export function coverageSettingsOf(all: Settings, tags: Tags, stack: string): TagCoverageSettings {
  const { regions, accounts, organization } = all;
  const policy = toTagPolicy(tags);
  const settings = {
    policy,
    unprovenTypes: unprovenTypes(policy.types),
    regions,
    accounts,
    ownerKey: ownerKeyOf(all, tags),
  };
  if (!organization) return settings;
  const { managementAccount } = organization;
  const reader = { roleName: READER_ROLE, externalId: externalIdOf(stack) };
  return { ...settings, organization: { managementAccount, reader } };
}
