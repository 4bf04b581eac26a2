import { regionsOfRules } from '#lib/members/regions-of-members.ts';
import type { Settings } from '#lib/settings.ts';
import { leftOutOfManagedRule } from '#lib/tags/managed/left-out-of-managed-rule.ts';
import { managedPartOf } from '#lib/tags/managed/to-managed-rule.ts';
import { type UnseenType, unseenTypes } from '#lib/tags/one-region-types.ts';
import { tagsProvenBy } from '#lib/tags/resource-types.ts';
import type { Tags } from '#lib/tags/tag-block.ts';
import { type ConfigRule, toConfigRules } from '#lib/tags/to-config-rules.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';

export type RulesAnswer = {
  /** Of each account. */
  regions: string[];
  rules: ConfigRule[];
  /** What AWS's own rule does not check, or would not. */
  leftOutOfManaged: string[];
  /** Nothing proves that AWS Config records their tags. */
  unprovenTypes: string[];
  /** Of these nothing is recorded in any of the Regions. */
  unseenTypes: UnseenType[];
};

/** The rules of these settings, and what should be known of them. */
export function readRules(settings: Settings, tags: Tags): RulesAnswer {
  const policy = toTagPolicy(tags);
  const regions = regionsOfRules(settings);
  const rules = toConfigRules(tags);
  return {
    regions,
    rules,
    leftOutOfManaged: leftOutOfManagedRule(policy, managedPartOf(policy)),
    unprovenTypes: policy.types.filter((type) => tagsProvenBy(type) === undefined),
    unseenTypes: unseenTypes(
      rules.flatMap(({ types }) => types),
      regions,
    ),
  };
}
