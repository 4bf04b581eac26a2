import { createHash } from 'node:crypto';
import type { ResourceKey } from '#lambdas/contracts/tags/tag-finding.ts';

const STACK_ID = 'aws:cloudformation:stack-id';
const STACK_NAME = 'aws:cloudformation:stack-name';

export type StackOf = { name: string; id: string };

/** The CloudFormation stack that made a resource: CloudFormation says so in tags that nobody else can set. */
export function stackOf(tags: Record<string, string>): StackOf | undefined {
  const id = tags[STACK_ID] ?? '';
  const name = tags[STACK_NAME] ?? /:stack\/([^/]+)/.exec(id)?.[1];
  return name ? { name, id } : undefined;
}

/**
 * The alert in which a resource is told: one for each stack, and one for what no stack of an account made. Each owner
 * has alerts of their own, so that nobody reads of the resources of others.
 */
export function alertOf(
  { account, region }: Pick<ResourceKey, 'account' | 'region'>,
  { owner, stack }: { owner?: string | undefined; stack?: StackOf | undefined },
): string {
  // A stack without its ARN is known by its name, in its Region.
  const source = stack ? stack.id || `${region}/${stack.name}` : '';
  const identity = createHash('sha256')
    .update(JSON.stringify([owner ?? '', source]))
    .digest('base64url');
  return `tags/${account}/${identity.slice(0, 22)}`;
}
