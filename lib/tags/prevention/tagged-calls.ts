import { type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { CREATE_ACTIONS } from '#lib/tags/prevention/create-actions.ts';

/** An action that a key is demanded of, on what it makes; `*` where it is decided on nothing else. */
export type TaggedCall = { action: string; resources: string[]; beside: string[] };

/** The calls that must bring a key, each action once. */
export function callsThatNeed(policy: Pick<TagPolicy, 'tags' | 'types'>, key: string): TaggedCall[] {
  const calls = new Map<string, TaggedCall>();
  for (const { type, action, resource, beside = [] } of CREATE_ACTIONS) {
    if (!tagsOfType(policy, type).some((tag) => tag.key === key)) continue;
    const call = calls.get(action) ?? { action, resources: [], beside };
    const resources = [...new Set([...call.resources, resource ?? '*'])].sort();
    calls.set(action, { ...call, resources });
  }
  return [...calls.values()];
}

/**
 * Calls that one statement can hold. A statement denies each of its actions on each of its resources, so no action may
 * stand beside the resource of another that it is decided on without tags: a subnet's VPC, an instance's image.
 */
export function groupCalls(calls: TaggedCall[]): TaggedCall[][] {
  const groups: TaggedCall[][] = [];
  for (const call of calls) {
    const group = groups.find((others) => others.every((other) => mayStandWith(call, other)));
    if (group) group.push(call);
    else groups.push([call]);
  }
  return groups;
}

function mayStandWith(one: TaggedCall, other: TaggedCall): boolean {
  if (one.resources.includes('*') !== other.resources.includes('*')) return false;
  return !meets(one.resources, other.beside) && !meets(other.resources, one.beside);
}

function meets(resources: string[], beside: string[]): boolean {
  return resources.some((resource) => beside.includes(resource));
}
