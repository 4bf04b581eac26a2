import type { Heard } from '#lambdas/case-trackers/answer/listening.ts';
import type { TrackerAnswers } from '#lambdas/case-trackers/answer/tracker-answers.ts';
import type { MirrorPorts } from '#lambdas/case-trackers/mirror/mirror-case.ts';
import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';

/**
 * How it goes with a tracker. `pausedUntil`: it wants to be left alone. `failingSince`: it has not been reached. ISO 8601.
 * `heard`: by the sweeps; absent until the first, and where nobody may answer.
 */
export type TrackerHealth = {
  pausedUntil?: string | undefined;
  failingSince?: string | undefined;
  heard?: Heard | undefined;
};
export type KeptHealth = { health: TrackerHealth; version: number };

/** What case-trackers needs of the world. */
export type TrackerPorts = Omit<MirrorPorts, 'accountName'> & {
  trackers: TrackerSettings[];
  /** Absent: comments ask for nothing. */
  answers?: TrackerAnswers | undefined;
  casesOf: (account: string) => Promise<CaseRow[]>;
  linksOf: (account: string) => Promise<TrackerLink[]>;
  healthOf: (tracker: string) => Promise<KeptHealth>;
  /** Fails with `RetryLaterError` where another has written it meanwhile. */
  writeHealth: (tracker: string, health: TrackerHealth, before: number) => Promise<void>;
  readAccounts: () => Promise<KnownAccounts>;
  open: (tracker: string) => Promise<Tracker>;
  /** Counts and ids, never a text of a case. */
  note: (message: string, fields: Record<string, unknown>) => void;
  report: (message: string, error: unknown, fields: Record<string, unknown>) => void;
  hasTime: () => boolean;
};
