import { createHash } from 'node:crypto';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { DEFAULT_TYPES, typesLike } from '#lib/tags/resource-types.ts';
import type { Tags } from '#lib/tags/tag-block.ts';

/** The policy as functions, rules and files of prevention take it. */
export function toTagPolicy(block: Tags): TagPolicy {
  const { accounts, ous, exemptions, graceDays, severity } = block;
  const types = resolve(block.types) ?? [...DEFAULT_TYPES].sort();
  const tags = block.required.map(
    ({ key, purpose, values, pattern, aliases, types: own, severity: worse }) => {
      const only = resolve(own);
      return {
        key,
        purpose,
        ...(values ? { values } : {}),
        ...(pattern ? { pattern } : {}),
        aliases,
        ...(only ? { types: only } : {}),
        severity: worse ?? severity,
      };
    },
  );
  const checked = tags.map(({ key, values, pattern, types: only }) => [key, values, pattern, only]);
  const version = createHash('sha256')
    .update(JSON.stringify([checked, types]))
    .digest('hex')
    .slice(0, 8);
  const exempt = exemptions.map(({ when, ...exemption }) => ({ ...exemption, when: definedOf(when) }));
  return {
    tags,
    types,
    ...(accounts ? { accounts } : {}),
    ...(ous ? { ous } : {}),
    exemptions: exempt,
    graceDays,
    version,
  };
}

function resolve(patterns: string[] | undefined): string[] | undefined {
  return patterns && [...new Set(patterns.flatMap(typesLike))].sort();
}

function definedOf<Fields extends object>(fields: Fields) {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}
