import type { ResourceKey } from '#lambdas/contracts/tags/tag-finding.ts';

/** What a message says of a resource. */
export type TagNews = ResourceKey & {
  /** The Region whose AWS Config knows of it: global resources are recorded in one like any other. */
  askedIn: string;
  /**
   * When the resource was as it was looked at, by AWS Config's own clock, in milliseconds: news of a resource is ordered
   * by it, as messages arrive in any order. On a roll-out it may be years ago.
   */
  at: number;
  /** When it was evaluated, in milliseconds. */
  evaluatedAt: number;
  /** `unsure`: it has to be looked at. `unwatched`: it cannot be any more. */
  says: 'violates' | 'complies' | 'unsure' | 'unwatched';
  /** Of a rule that had not evaluated the resource before: the version of the policy that it checks. */
  firstOf?: string;
  /** A sweep asks, which has minded grace and what is older than the policy. */
  isRecheck: boolean;
};
