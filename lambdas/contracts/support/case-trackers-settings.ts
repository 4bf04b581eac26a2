import type { Account } from '#lambdas/contracts/settings.ts';

/** Which accounts' cases a tracker gets; all unless given. `/prod` includes `/prod/eu`. */
export type TrackerFilter = { accounts?: string[]; ous?: string[] };

export type TrackerSettings = {
  /** `ops`: the name in the settings, and in the rows. */
  name: string;
  secretName: string;
  /** The redacted texts, or who wrote when and a link. */
  text: 'full' | 'link';
} & TrackerFilter &
  ({ kind: 'github'; repository: string; apiUrl: string } | { kind: 'webhook' });

/** `settings.json` beside case-trackers. */
export type CaseTrackersSettings = {
  trackers: TrackerSettings[];
  accounts: Account[];
  /** Absent: a lone account. */
  organization?: { managementAccount: string };
};
