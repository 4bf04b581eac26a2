import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';

/**
 * The table of findings. Partition key `account` (12 digits), sort key `row`: `resource#<region>/<type>/<id>` for each
 * resource that was told of, `alert#<key>` for each alert that they make, `rollout#<region>/<version>` for when a
 * policy was first heard in a Region. The body of a row is one JSON attribute.
 */
export const RESOURCE_ROW_PREFIX = 'resource#';

export type ResourceKey = { account: string; region: string; type: string; id: string };

export function resourceRowOf({ region, type, id }: Omit<ResourceKey, 'account'>): string {
  return `${RESOURCE_ROW_PREFIX}${region}/${type}/${id}`;
}

/** A resource that violates the policy and was told of, or did and no longer does. Times are ISO 8601. */
export type TagFinding = ResourceKey & {
  name?: string;
  arn?: string;
  /** The alert that it is told in. */
  alert: string;
  /** The alert that it left for that one: whoever reads it next closes that, in case that nobody was told. */
  formerAlert?: string;
  /** Whom it belongs to, by its own tag, or else by its account. */
  owner?: string;
  /** The CloudFormation stack that made it, by name. */
  stack?: string;
  /** `unwatched`: its account, Region or type is looked at no more, so that nobody knows. */
  status: 'open' | 'mended' | 'deleted' | 'unwatched';
  /** What it violates; of one that is over, what it did. */
  violations: TagViolation[];
  openedAt: string;
  endedAt?: string;
  /** The newest evaluation that was heard: AWS Config's `orderingTimestamp`, or when it was looked at. Milliseconds. */
  orderedBy: number;
  /** Writes of this row; the condition of the next. */
  version: number;
};
