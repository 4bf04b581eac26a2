import { nearMissOf } from '#lambdas/contracts/tags/near-miss.ts';
import { type RequiredTag, type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';

/** `missing`: no such key. `blank`: a value of nothing but space. `value`: one that the policy does not allow. */
export type TagProblem = 'missing' | 'blank' | 'value';

export type TagViolation = {
  key: string;
  problem: TagProblem;
  /** The value that is not allowed. */
  found?: string;
  /** A key that the resource has and that may be meant for the missing one. */
  nearMiss?: string;
};

/** What Guard's regular expressions take for space, and what no reader would see. */
const BLANK = /^\p{White_Space}*$/u;

/** What a resource violates of the policy, in the policy's order: the same that its Config rules find. */
export function evaluateTags(
  policy: Pick<TagPolicy, 'tags' | 'types'>,
  type: string,
  tags: Record<string, string>,
): TagViolation[] {
  return tagsOfType(policy, type).flatMap((required) => violationOf(required, tags) ?? []);
}

function violationOf(required: RequiredTag, tags: Record<string, string>): TagViolation | undefined {
  const { key } = required;
  if (!Object.hasOwn(tags, key)) {
    const nearMiss = nearMissOf(required, Object.keys(tags));
    return { key, problem: 'missing', ...(nearMiss ? { nearMiss } : {}) };
  }
  const value = tags[key] ?? '';
  if (BLANK.test(value)) return { key, problem: 'blank' };
  return isAllowed(required, value) ? undefined : { key, problem: 'value', found: value };
}

function isAllowed({ values, pattern }: RequiredTag, value: string): boolean {
  if (values && !values.includes(value)) return false;
  return !pattern || new RegExp(`^(?:${pattern})$`, 'su').test(value);
}
