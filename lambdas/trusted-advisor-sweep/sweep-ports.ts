import type { TrustedAdvisorSweepSettings } from '#lambdas/contracts/settings.ts';
import type { AdvisorReading } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import type {
  AccountStanding,
  AdvisorRow,
  KnownChecks,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { AdvisorDay } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type { OpenAccount } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';

/** `version`: the number of its writes, which the next write must know. */
export type KeptStanding = { standing: AccountStanding; version: number };
type KeptChecks = { checks: KnownChecks; version: number };

/** The table of items, of which the sweep writes what is about accounts and checks, and reads the items. */
export type ItemPorts = {
  rowsOf: (account: string) => Promise<AdvisorRow[]>;
  standingOf: (account: string) => Promise<KeptStanding | undefined>;
  /** `before`: the version that is there, 0 for none. */
  writeStanding: (account: string, standing: AccountStanding, before: number) => Promise<void>;
  knownChecks: () => Promise<KeptChecks | undefined>;
  writeChecks: (checks: KnownChecks, before: number) => Promise<void>;
};

/** What a sweep needs of the world. */
export type SweepPorts = {
  settings: Pick<TrustedAdvisorSweepSettings, 'selection' | 'refreshAfterHours'>;
  readAccounts: () => Promise<KnownAccounts>;
  openAccount: OpenAccount;
  items: ItemPorts;
  /** To trusted-advisor-alerts, which decides what people are told. */
  tell: (readings: AdvisorReading[]) => Promise<void>;
  store: ReportStore;
  publish: (day: AdvisorDay) => Promise<void>;
  report: (message: string, error: unknown, places?: string[]) => void;
  /** For one more account, or for the reports of the day. */
  hasTime: () => boolean;
  now: () => Date;
};
