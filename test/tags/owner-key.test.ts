import { expect, test } from 'vitest';
import { coverageSettingsOf } from '#lib/tags/coverage-settings.ts';
import { requiredTagsSettingsOf } from '#lib/tags/required-tags-settings.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const required = (key: string) => [{ key, purpose: 'who is called when it breaks' }];

test.each([
  ['as accounts name theirs', 'team', 'CostCenter', 'team'],
  ['as the policy spells it', 'team', 'Team', 'Team'],
  ['as most do, where nobody says how', undefined, 'CostCenter', 'owner'],
])('alerts and reports find the owner of a resource %s', (_, ownerTag, key, expected) => {
  const tags = aTagBlock({ required: required(key) });
  const settings = anOrganization({ tags, accountDirectory: ownerTag ? { ownerTag } : {} });

  expect(requiredTagsSettingsOf(settings, tags).ownerKey).toBe(expected);
  expect(coverageSettingsOf(settings, tags, 'ReeveHub').ownerKey).toBe(expected);
});
