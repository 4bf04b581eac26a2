import type { Severity } from '#lambdas/contracts/observation.ts';

/** A tag that resources must have. Its key counts as it is written, case and all. */
export type RequiredTag = {
  key: string;
  /** Why, as a clause for readers: `who is called when it breaks`. */
  purpose: string;
  /** The only values that it may have, as they are written. */
  values?: string[];
  /** What the whole value must match, without `^` and `$`: a regular expression in the words that `tag-pattern.ts` allows. */
  pattern?: string;
  /** Other keys that people write for it: `cost-center` for `CostCenter`. Spelling apart from letters and digits is ignored. */
  aliases: string[];
  /** The resource types that need it; absent: all types of the policy. */
  types?: string[];
  severity: Severity;
};

/** What is not held to the policy, by whom that was decided, and until when (ISO 8601). Each given field must match. */
export type TagExemption = {
  reason: string;
  owner: string;
  until: string;
  when: {
    accounts?: string[];
    regions?: string[];
    /** Paths of organizational units; `/prod` includes `/prod/eu`. */
    ous?: string[];
    types?: string[];
    /** Ids, names or ARNs of resources; `*` stands for any run of characters. */
    resources?: string[];
    /** Tags of the resource, by key; values may hold `*`. */
    tags?: Record<string, string[]>;
  };
};

/** The one policy that rules, alerts, reports and prevention are made of. */
export type TagPolicy = {
  tags: RequiredTag[];
  /** Resource types of AWS Config that are looked at: `AWS::S3::Bucket`. No patterns, each once, sorted. */
  types: string[];
  /** Only these accounts; absent: all. */
  accounts?: string[];
  /** Only accounts below these paths; absent: all. */
  ous?: string[];
  exemptions: TagExemption[];
  /** Days for which something may lack its tags before anybody hears of it. */
  graceDays: number;
  /** Names what the rules check, in eight hexadecimal digits: another policy makes other rules. */
  version: string;
};

/** The tags that a resource type needs, in the policy's order; none of a type that the policy leaves out. */
export function tagsOfType({ tags, types }: Pick<TagPolicy, 'tags' | 'types'>, type: string): RequiredTag[] {
  if (!types.includes(type)) return [];
  return tags.filter((tag) => !tag.types || tag.types.includes(type));
}

/** All rules of a policy begin with this, and go on with its version and the number of the shard. */
export const RULE_NAME_PREFIX = 'reeve-required-tags-';

/** `reeve-required-tags-0a1b2c3d-1` */
export function ruleNameOf({ version }: Pick<TagPolicy, 'version'>, shard: number): string {
  return `${RULE_NAME_PREFIX}${version}-${shard}`;
}

/** The version of the policy that a rule checks; undefined where the rule is not one of ours. */
export function versionOfRule(ruleName: string): string | undefined {
  return /^reeve-required-tags-([0-9a-f]{8})(?:-|$)/.exec(ruleName)?.[1];
}
