import { toGuardRules } from '#lib/tags/guard/to-guard-rules.ts';
import { leftOutOfManagedRule } from '#lib/tags/managed/left-out-of-managed-rule.ts';
import { toManagedRule } from '#lib/tags/managed/to-managed-rule.ts';
import { unseenTypes } from '#lib/tags/one-region-types.ts';
import type { Tags } from '#lib/tags/tag-block.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';

/** A rule of AWS Config: one of ours, by its text, or one of AWS, by its identifier and parameters. */
export type ConfigRule = { name: string; types: string[] } & (
  | { text: string }
  | { identifier: string; parameters: Record<string, string> }
);

/** With more, people begin to fill in anything. */
const MOST_TAGS = 6;

/** The rules of AWS Config that the block asks for. */
export function toConfigRules(block: Tags): ConfigRule[] {
  if (block.rules === 'none') return [];
  const policy = toTagPolicy(block);
  return block.rules === 'guard' ? toGuardRules(policy) : [toManagedRule(policy)];
}

/** What people should know before they deploy the rules to these Regions, a sentence each. */
export function warningsOfRules(block: Tags, regions: readonly string[]): string[] {
  const policy = toTagPolicy(block);
  const count = policy.tags.length;
  return [
    ...(count > MOST_TAGS
      ? [`tags.required names ${count} tags: people keep up with ${MOST_TAGS} at most`]
      : []),
    ...(block.rules === 'managed' ? leftOutOfManagedRule(policy, toManagedRule(policy)) : []),
    ...warningsOfRegions(
      toConfigRules(block).flatMap(({ types }) => types),
      regions,
    ),
  ];
}

function warningsOfRegions(types: readonly string[], regions: readonly string[]): string[] {
  const unseen = Map.groupBy(unseenTypes(types, regions), ({ region }) => region);
  return [...unseen].map(([region, of]) => {
    const names = of.map(({ type }) => type).join(', ');
    return `AWS Config records ${names} in ${region} alone, and no rule is there: add "${region}" to regions, or leave that out of tags.types`;
  });
}
