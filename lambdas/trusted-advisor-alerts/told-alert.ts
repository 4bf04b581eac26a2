import type { Account } from '#lambdas/contracts/settings.ts';
import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSettings } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';

/** An alert, and all that is known of what it tells. */
export type ToldAlert = {
  alert: string;
  /** Greater than that of all that was told of the alert before. */
  version: number;
  /** All that is told in the alert, what is over among it. */
  items: AdvisorRow[];
  /** What this batch changed of them, for the thread. */
  changed: AdvisorRow[];
  account: Account;
  check: AdvisorCheck;
  settings: Pick<AdvisorSettings, 'homeRegion'>;
};
