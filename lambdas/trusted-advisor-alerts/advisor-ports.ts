import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account, TrustedAdvisorSettings } from '#lambdas/contracts/settings.ts';
import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type {
  AccountStanding,
  AdvisorRow,
  KnownChecks,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** `homeRegion`: by which the console of the partition is known. */
export type AdvisorSettings = TrustedAdvisorSettings & { homeRegion: string };

export type ItemPorts = {
  /** All rows of a check in an account, those that are over among them. */
  readCheck: (account: string, check: AdvisorCheck) => Promise<AdvisorRow[]>;
  /** Writes the version after the row's own; fails with `RetryLaterError` where another has written it since. */
  write: (row: AdvisorRow) => Promise<AdvisorRow>;
  /** A number greater than all that the alert had before. */
  nextVersion: (account: string, alert: string) => Promise<number>;
  standingOf: (account: string) => Promise<AccountStanding | undefined>;
  knownChecks: () => Promise<KnownChecks>;
};

export type AdvisorPorts = {
  settings: AdvisorSettings;
  items: ItemPorts;
  /** What is known of an account; one that is not known still has its id. */
  accountDirectory: (accountId: string) => Promise<Account>;
  /** Tags by ARN, of resources of one account. Never fails: of what could not be asked there are none. */
  tagsOf: (account: string, arns: string[]) => Promise<Map<string, Record<string, string>>>;
  tell: (observation: Observation) => Promise<void>;
  /** Says how many pieces of news came to what. */
  report: (counts: Record<string, number>) => void;
  now: () => Date;
};
