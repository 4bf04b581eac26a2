import {
  type RequiredTag,
  ruleNameOf,
  type TagPolicy,
  tagsOfType,
} from '#lambdas/contracts/tags/tag-policy.ts';
import { tagsProvenBy } from '#lib/tags/resource-types.ts';

/** https://docs.aws.amazon.com/config/latest/developerguide/required-tags.html */
const MANAGED_RULE = 'REQUIRED_TAGS';
const TAGS_OF_RULE = 6;
/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html */
const PARAMETERS_LIMIT = 1024;

export type ManagedRule = {
  name: string;
  identifier: typeof MANAGED_RULE;
  types: string[];
  parameters: Record<string, string>;
  /** The keys that it checks. */
  keys: string[];
};

type Policy = Pick<TagPolicy, 'tags' | 'types' | 'version'>;

/** AWS's own rule, with as much of the policy as it can check: some tags of some types, by literal values. */
export function toManagedRule(policy: Policy): ManagedRule {
  const rule = managedPartOf(policy);
  const { types, keys, parameters } = rule;
  if (types.length === 0 || keys.length === 0) {
    throw new Error(
      "tags.rules in reeve.config.ts is managed, and AWS's rule knows none of these types, or no tag that all of " +
        'them need: write guard, or none',
    );
  }
  const { length } = JSON.stringify(parameters);
  if (length > PARAMETERS_LIMIT) {
    throw new Error(
      `tags.required in reeve.config.ts makes ${length} characters of parameters for AWS's rule, and ` +
        `${PARAMETERS_LIMIT} is the limit: name fewer values, or write guard in tags.rules`,
    );
  }
  return rule;
}

/** The same, be it nothing at all or too long. */
export function managedPartOf(policy: Policy): ManagedRule {
  const types = policy.types.filter(
    (type) => tagsProvenBy(type) === MANAGED_RULE && tagsOfType(policy, type).length > 0,
  );
  const tags = policy.tags.filter((tag) => isOfAll(tag, types) && isAscii(tag.key)).slice(0, TAGS_OF_RULE);
  const parameters = Object.fromEntries(
    tags.flatMap((tag, index) => [
      [`tag${index + 1}Key`, tag.key],
      ...(isList(tag) ? [[`tag${index + 1}Value`, tag.values.join(',')]] : []),
    ]),
  ) as Record<string, string>;
  return {
    name: ruleNameOf(policy, 1),
    identifier: MANAGED_RULE,
    types,
    parameters,
    keys: tags.map(({ key }) => key),
  };
}

/** Whether a list of values can be told to the rule, which takes what stands between commas. */
export function isList(tag: RequiredTag): tag is RequiredTag & { values: string[] } {
  return tag.values?.every((value) => isAscii(value) && !value.includes(',')) ?? false;
}

export function isOfAll(tag: Pick<RequiredTag, 'types'>, types: string[]): boolean {
  return types.every((type) => !tag.types || tag.types.includes(type));
}

/** CloudFormation makes question marks of the rest. */
export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
