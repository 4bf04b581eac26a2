import type { Account } from '#lambdas/contracts/settings.ts';

/**
 * The directory is one table. Partition key `account` (12 digits), sort key `row`: `account`, and
 * `heartbeat#<Region>` for each Region that was heard. The body of a row is one JSON attribute. One row
 * belongs to no account: `watch` in the partition `heartbeat`.
 */
export const ACCOUNT_ROW = 'account';
export const HEARTBEAT_ROW_PREFIX = 'heartbeat#';
export const WATCH_PARTITION = 'heartbeat';
export const WATCH_ROW = 'watch';

export const CONTACT_TYPES = ['BILLING', 'OPERATIONS', 'SECURITY'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** Whom AWS writes to besides the root user's address. */
export type AlternateContact = { name: string; title: string; email: string; phone: string };

/** The state of an account that the Organization no longer has. */
export const LEFT = 'LEFT';

/** What the Organization knows of an account. */
export type AccountRecord = Account & {
  /** AWS's word: `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE` …, an open set. Or `LEFT`. */
  state: string;
  /**
   * Since when sweeps see it active and below the settings' `targets`, where the stacks of members are
   * deployed to. Null: it is not so now.
   */
  targetSince: string | null;
  joinedAt?: string;
  /** Null: the account has none. Absent: it could not be read. */
  contacts: Partial<Record<ContactType, AlternateContact | null>>;
  /** When the Organization was looked at for it: a later look wins. */
  readAt: string;
};

/** When a member's Region was heard last, and what it said of itself. */
export type HeartbeatRecord = { account: string; region: string; heardAt: string; version: string };

/**
 * When members were counted last, and by Region since when it is expected to speak: the members of a Region
 * that is new to the settings need time for it.
 */
export type WatchRecord = {
  countedAt: string;
  since: Record<string, string>;
  /** How many were silent then. */
  silent?: number;
};
