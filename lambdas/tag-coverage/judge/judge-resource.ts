import type { Account } from '#lambdas/contracts/settings.ts';
import { isAwsMade } from '#lambdas/contracts/tags/aws-made.ts';
import { evaluateTags, type TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { exemptionOf, isInScope } from '#lambdas/contracts/tags/policy-scope.ts';
import { type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';

/** What the policy says of a resource. Only what is held to it, or exempt from it, is counted. */
export type Verdict =
  | { kind: 'out-of-scope' | 'made-by-aws' | 'exempt' }
  | { kind: 'held'; violations: TagViolation[] };

/** Judges a resource as required-tags does, by what the aggregator knows of it. */
export function judgeResource(
  policy: TagPolicy,
  resource: SweptResource,
  account: Account,
  now: Date,
): Verdict {
  const { type, tags } = resource;
  if (!isInScope(policy, account) || tagsOfType(policy, type).length === 0) return { kind: 'out-of-scope' };
  if (isAwsMade(resource)) return { kind: 'made-by-aws' };
  if (exemptionOf(policy, { ...resource, account }, now)) return { kind: 'exempt' };
  return { kind: 'held', violations: evaluateTags(policy, type, tags) };
}
