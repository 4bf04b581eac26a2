import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account, TrustedAdvisorSweepSettings } from '#lambdas/contracts/settings.ts';
import type { AccountStanding, KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

export type StandingAccount = { account: Account; standing: AccountStanding };

/** What a day's readings came to. */
export type AdvisorDay = {
  at: Date;
  /** `YYYY-MM-DD` */
  date: string;
  /** All that AWS offers, watched or not. */
  checks: KnownCheck[];
  /** Each account that should be read, as the directory knows it, with how its reading went. */
  accounts: StandingAccount[];
  /** One at a time: all of them would not fit into memory. */
  readSnapshot: (account: string) => Promise<Snapshot | undefined>;
};

/** What publishing a day needs of the world. */
export type PublishPorts = {
  settings: Pick<TrustedAdvisorSweepSettings, 'selection' | 'globalRegion'>;
  store: ReportStore;
  observe: (observation: Observation) => Promise<void>;
  /** The page of a file in the console. */
  linkTo: (key: string) => string;
};
