import type { Account } from '#lambdas/contracts/settings.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagSettings } from '#lambdas/required-tags/tag-ports.ts';

/** An alert, and all that is known of what it tells. */
export type ToldAlert = {
  alert: string;
  /** Greater than that of all that was told of the alert before. */
  version: number;
  /** All that is told in the alert, what is over among it. */
  findings: TagFinding[];
  /** What this batch changed of them, for the thread. */
  changed: TagFinding[];
  account: Account;
  settings: Pick<TagSettings, 'policy' | 'homeRegion'>;
};
