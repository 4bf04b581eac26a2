import { createHash } from 'node:crypto';
import type { Severity } from '#lambdas/contracts/observation.ts';
import type { AdvisorCheck, AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';

/**
 * The table of items. Partition key `account` (12 digits), sort key `row`: `item#<check>/<key>` for each item that is
 * known, `alert#<key>` for each alert that they make, `standing` for how reading the account goes. Beside accounts one
 * partition: `checks`, with the row `known`. The body of a row is one JSON attribute, `version` its writes.
 */
export const ITEM_ROW_PREFIX = 'item#';
export const STANDING_ROW = 'standing';
export const CHECKS_PARTITION = 'checks';
export const CHECKS_ROW = 'known';

/** All rows of a check in an account begin so. A check is known by its id, or by its name before it was discovered. */
export function itemRowPrefix({ id, name }: Pick<AdvisorCheck, 'id' | 'name'>): string {
  const word = id ?? `name-${createHash('sha256').update(name).digest('base64url').slice(0, 16)}`;
  return `${ITEM_ROW_PREFIX}${word}/`;
}

export function itemRowOf({ check, key }: Pick<AdvisorRow, 'check' | 'key'>): string {
  return `${itemRowPrefix(check)}${key}`;
}

/** Why an item is no trouble any more. `milder`: it is milder now than the severities that are told. */
export const ENDINGS = ['ok', 'gone', 'milder', 'excluded', 'not-watched', 'renamed', 'left'] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * An item that is trouble, or was. `told`: in its alert. `baseline`: it was there before Reeve looked, or came with a check
 * that AWS added; it is in reports and told when it gets worse. `muted`: told when its mute has ended. Times are ISO 8601.
 */
export type AdvisorRow = AdvisorItem & {
  account: string;
  check: AdvisorCheck;
  key: string;
  severity: Severity;
  telling: 'told' | 'baseline' | 'muted';
  state: 'open' | 'over';
  ending?: Ending | undefined;
  /** The alert that it is told in, and whom it belongs to. */
  alert: string;
  owner?: string | undefined;
  openedAt: string;
  endedAt?: string | undefined;
  /** It was changed, and nobody may have been told yet: whoever reads it next tells it. */
  pending?: true | undefined;
  /** While that is so: another alert that it was told in, and may still be open there. */
  formerAlert?: string | undefined;
  /** When Trusted Advisor saw it so, in milliseconds: older news is dropped. */
  orderedBy: number;
  version: number;
};

/** Why an account is not read. */
export const READ_STATES = ['ok', 'no-plan', 'no-role', 'refused', 'throttled', 'failed'] as const;
export type ReadState = (typeof READ_STATES)[number];

/** How reading an account went, last time it was tried. Times are ISO 8601. */
export type AccountStanding = {
  state: ReadState;
  /** Since when it is so. */
  since: string;
  triedAt: string;
  /** When its checks were read last; absent: never. */
  readAt?: string;
  /** When all that it had was sent for the first time: what comes from then on is new. */
  baselineAt?: string;
  /** When it was heard of for the first time. */
  heardAt: string;
  /** Ids of the checks of the last reading: what another has is new to the account, and so are its items. */
  checks?: string[];
  /** Of the last reading. */
  counts?: ReadingCounts;
};

/** What a reading of an account found and did. Checks, but `items` and `excluded`, which are items. */
export type ReadingCounts = {
  watched: number;
  read: number;
  failed: number;
  notAvailable: number;
  items: number;
  excluded: number;
  refreshed: number;
  notRefreshable: number;
};

/** A check that AWS offers. `formerNames`: events may still have them. */
export type KnownCheck = {
  id: string;
  name: string;
  category: string;
  source?: string;
  formerNames?: string[];
};
export type KnownChecks = { at: string; checks: KnownCheck[] };
