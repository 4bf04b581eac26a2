import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { mendSnippets } from '#lambdas/contracts/tags/mend-snippets.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

/** What is wrong, why the tag is there, and what to write. */
export function describeViolation(
  policy: TagPolicy,
  violation: TagViolation,
): { what: string; mend: string } {
  const { key } = violation;
  const required = policy.tags.find((tag) => tag.key === key);
  return {
    what: `${problemOf(violation)} The tag says ${required?.purpose ?? 'what the policy demands'}.`,
    mend: mendSnippets(policy.tags, [violation]).cdk,
  };
}

function problemOf({ key, problem, found, nearMiss }: TagViolation): string {
  if (problem === 'blank') return `The tag ${key} is blank.`;
  if (problem === 'value') return `The tag ${key} must not be "${found}".`;
  return nearMiss === undefined
    ? `The tag ${key} is missing.`
    : `The tag ${key} is missing, and ${nearMiss} does not count for it.`;
}
