import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

export const BUCKET = 'AWS::S3::Bucket';
export const QUEUE = 'AWS::SQS::Queue';

/** A policy of two keys and two types, changed as given. */
export function aPolicy(over: Partial<TagPolicy> = {}): TagPolicy {
  return {
    tags: [
      { key: 'Owner', purpose: 'who is called when it breaks', aliases: ['team'], severity: 'warning' },
      {
        key: 'Environment',
        purpose: 'what it is part of',
        values: ['prod', 'test'],
        aliases: [],
        severity: 'warning',
      },
    ],
    types: [BUCKET, QUEUE],
    exemptions: [],
    graceDays: 0,
    version: '0a1b2c3d',
    ...over,
  };
}
