import { type ResourceKey, resourceRowOf } from '#lambdas/contracts/tags/tag-finding.ts';

/** A resource as it is now, by AWS Config and by the tags that its service has. Times are milliseconds. */
export type LookedAt = {
  name?: string;
  arn?: string;
  createdAt?: number;
  tags: Record<string, string>;
  configuration: Record<string, unknown>;
};

/** `gone`: AWS Config knows of no such resource. `unanswered`: it could not be asked. */
export type Look = { status: 'found'; resource: LookedAt } | { status: 'gone' } | { status: 'unanswered' };

/** By what a look is found again. */
export function lookName(key: ResourceKey): string {
  return `${key.account}/${resourceRowOf(key)}`;
}
