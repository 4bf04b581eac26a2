import type { RequiredTagsSettings } from '#lambdas/contracts/settings.ts';
import type { Settings } from '#lib/settings.ts';
import type { Tags } from '#lib/tags/tag-block.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';

const OWNER = 'owner';

/** What required-tags is told of the settings. */
export function requiredTagsSettingsOf(settings: Settings, tags: Tags): RequiredTagsSettings {
  const { accounts, owners } = settings;
  return {
    policy: toTagPolicy(tags),
    engine: tags.rules,
    ownerKey: ownerKeyOf(settings, tags),
    owners: Object.keys(owners),
    accounts,
  };
}

/** Resources name their owner as accounts do, unless the policy asks for another spelling. */
export function ownerKeyOf(
  { accountDirectory }: Pick<Settings, 'accountDirectory'>,
  { required }: Tags,
): string {
  const ofAccounts = accountDirectory?.ownerTag ?? OWNER;
  const same = required.find(({ key }) => key.toLowerCase() === ofAccounts.toLowerCase());
  return same?.key ?? ofAccounts;
}
