import type { RequiredTag, TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { isAscii, isList, isOfAll, type ManagedRule } from '#lib/tags/managed/to-managed-rule.ts';

const MOST_NAMED = 5;

/** What AWS's own rule does not check of a policy, a sentence each. */
export function leftOutOfManagedRule(
  { tags, types }: Pick<TagPolicy, 'tags' | 'types'>,
  rule: Pick<ManagedRule, 'keys' | 'types'>,
): string[] {
  const others = types.filter((type) => !rule.types.includes(type));
  const checked = tags.filter(({ key }) => rule.keys.includes(key));
  const perKey = tags.filter((tag) => !checked.includes(tag));
  return [
    ...(others.length > 0
      ? [`AWS's rule leaves out ${others.length} of ${types.length} resource types: ${named(others)}`]
      : []),
    ...perKey.map((tag) => `AWS's rule leaves out the tag ${tag.key}: ${whyNot(tag, rule.types)}`),
    ...checked.flatMap((tag) => {
      const why = whyAnyValue(tag);
      return why ? [`AWS's rule takes any value of ${tag.key}: ${why}`] : [];
    }),
    "AWS's rule does not say which tag is missing, and takes blank values where none are named",
  ];
}

function whyNot(tag: RequiredTag, types: string[]): string {
  if (!isOfAll(tag, types)) return 'it cannot ask for a tag of some types alone';
  return isAscii(tag.key) ? 'it has room for six' : 'the key is not ASCII';
}

function whyAnyValue(tag: RequiredTag): string | undefined {
  if (tag.pattern) return 'it knows no regular expressions';
  return tag.values && !isList(tag) ? 'one of them has a comma or is not ASCII' : undefined;
}

function named(types: string[]): string {
  const rest = types.length - MOST_NAMED;
  return [...types.slice(0, MOST_NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
