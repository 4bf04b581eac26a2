import type { Severity } from '#lambdas/contracts/observation.ts';
import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';

/** An account as the last reading that worked saw it: what its reports are made of. Times are ISO 8601, dates `YYYY-MM-DD`. */
export type Snapshot = {
  account: string;
  readAt: string;
  /** Every flagged item of every watched check: muted ones and those below the severities of the settings, too. */
  items: SnapshotItem[];
};

export type SnapshotItem = {
  check: { id: string; name: string; category: string };
  key: string;
  item: AdvisorItem;
  /** Absent: a service limit below the first level. */
  severity?: Severity;
  mutedBy?: string;
  /** Kept from the snapshot before, else the day of this one. */
  firstSeen: string;
  /** It came with the first reading of its account or check, and got no worse since: its first day says nothing. */
  wasThere?: true;
};
