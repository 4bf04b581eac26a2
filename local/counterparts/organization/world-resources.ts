import type { World } from './world.ts';

/**
 * Something in an account that can bear tags. Its maps are shared with others of its kind: replace them, as
 * `change-resources.ts` does, instead of writing into them. Moments are milliseconds since 1970.
 */
export type WorldResource = {
  account: string;
  /** Where it is; of a global one, where it is recorded. */
  region: string;
  /** As AWS Config names it: `AWS::EC2::Volume`. */
  type: string;
  /** As AWS Config writes it: the ARN of a load balancer, `db-…` of a database. */
  id: string;
  name?: string;
  arn: string;
  tags: Readonly<Record<string, string>>;
  /** AWS Config does not know it of every type. */
  createdAt?: number;
  changedAt: number;
  configuration?: Readonly<Record<string, unknown>>;
  /** AWS Config gives `global` as its Region. */
  isGlobal?: boolean;
  /** AWS Config does not record it. */
  isUnrecorded?: boolean;
  /** AWS Config records it without its tags, which the tagging API shows. */
  hasUnrecordedTags?: boolean;
  /** It has no tags, but once had some. */
  wasTagged?: boolean;
  /** It stays in the list, and nobody is told of it any more. */
  deletedAt?: number;
  /** What AWS Config saw of it last, where that is no longer true; null: it has not seen it at all. */
  seen?: SeenResource | null;
};

export type SeenResource = Pick<WorldResource, 'tags' | 'changedAt'>;

/** An aggregator of AWS Config. */
export type WorldAggregator = {
  account: string;
  region: string;
  name: string;
  /** Those of the whole Organization unless named. */
  accounts?: string[];
  /** All unless named. */
  regions?: string[];
  createdAt: number;
  /** How the last transfer from a source went, by `account/region`; it succeeded unless said otherwise. */
  sources?: Record<string, SourceStatus>;
};

type SourceStatus = {
  status: 'SUCCEEDED' | 'FAILED' | 'OUTDATED';
  errorCode?: string;
  errorMessage?: string;
};

/** How the tagging API fails to tag one resource. */
export type TagFailure = { statusCode: number; errorCode: string; errorMessage: string };

/** An aggregator of the whole Organization, in the hub account and the home Region. */
export function organizationAggregator(
  { hubAccount, homeRegion }: Pick<World, 'hubAccount' | 'homeRegion'>,
  name: string,
  createdAt = 0,
): WorldAggregator {
  return { account: hubAccount, region: homeRegion, name, createdAt };
}
