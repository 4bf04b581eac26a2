import type { EventPattern } from 'aws-cdk-lib/aws-events';

/**
 * `configured`: each Region of the settings. `global`: where the partition's global services send their
 * events. `backup`: where AWS copies the Health events of all other Regions to.
 */
export type Place = 'configured' | 'global' | 'backup';

/** Events of a member account that are forwarded to the hub. */
export type MemberRule = {
  /** A word that names the rule in its template: `Health`. */
  id: string;
  description: string;
  /** As narrow as it can be without losing what may matter. */
  pattern: EventPattern;
  places: Place[];
  /** Every account gets these alike: forwarded from the hub account alone. */
  hubAccountOnly?: true;
  /** The hub's stack forwards these itself, from the default bus of its own account and Region. */
  notFromHome?: true;
};

/** What a capability needs in every member account: the member template is the sum of these. */
export type MemberShare = {
  capability: string;
  rules: MemberRule[];
  /** Actions of the reader role. The role `reeve-<capability>` of the hub account may assume it. */
  reads: string[];
  /** Actions of the writer role, which only the organizational units of `writerTargets` have. */
  writes: string[];
};
