import type { RequiredTag, TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

export const OWNER: RequiredTag = {
  key: 'Owner',
  purpose: 'who is called when it breaks',
  aliases: ['team'],
  severity: 'warning',
};
export const STAGE: RequiredTag = {
  key: 'Stage',
  purpose: 'how careful one must be',
  values: ['prod', 'dev'],
  aliases: [],
  severity: 'error',
};
export const COST_CENTER: RequiredTag = {
  key: 'CostCenter',
  purpose: 'who pays for it',
  pattern: 'CC-[0-9]{4}',
  aliases: [],
  severity: 'info',
};

export const BUCKET = 'AWS::S3::Bucket';
export const QUEUE = 'AWS::SQS::Queue';

/** A policy of one tag, unless said otherwise. */
export function aPolicy(over: Partial<TagPolicy> = {}): TagPolicy {
  return {
    tags: [OWNER],
    types: [BUCKET, QUEUE],
    exemptions: [],
    graceDays: 0,
    version: '0a1b2c3d',
    ...over,
  };
}
