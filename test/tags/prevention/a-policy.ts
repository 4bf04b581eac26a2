import type { RequiredTag, TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { DEFAULT_TYPES } from '#lib/tags/resource-types.ts';

export function aTag(fields: Partial<RequiredTag> = {}): RequiredTag {
  return {
    key: 'Owner',
    purpose: 'who is called when it breaks',
    aliases: [],
    severity: 'warning',
    ...fields,
  };
}

/** Owner and CostCenter, of all default types. */
export function aPolicy(fields: Partial<TagPolicy> = {}): TagPolicy {
  return {
    tags: [aTag(), aTag({ key: 'CostCenter', aliases: ['billing-code'] })],
    types: [...DEFAULT_TYPES],
    exemptions: [],
    graceDays: 0,
    version: '0a1b2c3d',
    ...fields,
  };
}
