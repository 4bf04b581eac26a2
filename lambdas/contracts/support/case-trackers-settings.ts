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
  ({ kind: 'github'; repository: string; apiUrl: string; app?: string | undefined } | { kind: 'webhook' });

/** Names of the two roles of an account: one reads its cases, one may answer. */
export type AnswerRoles = { reader: string; writer: string; externalId: string };

/** Who may answer AWS by comments. */
export type AnswerSettings = {
  /** Logins, by the name of the tracker. */
  actors: Record<string, string[]>;
  /** So many commands for one case in an hour are done. */
  perHour: number;
  /** Where the partition's Support answers. */
  region: string;
  /** Absent: a lone account, whose function may do so itself. */
  roles?: AnswerRoles;
};

/** `settings.json` beside case-trackers. */
export type CaseTrackersSettings = {
  trackers: TrackerSettings[];
  accounts: Account[];
  /** Absent: a lone account. */
  organization?: { managementAccount: string };
  /** Absent: comments ask for nothing. */
  answers?: AnswerSettings;
};
