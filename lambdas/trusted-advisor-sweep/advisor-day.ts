import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountStanding, KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/** A day on which all accounts were tried: what its reports are made of. */
export type AdvisorDay = {
  at: Date;
  date: string;
  checks: KnownCheck[];
  /** Each account that should be read, as the directory knows it, with how its reading went. */
  accounts: { account: Account; standing: AccountStanding }[];
  /** One at a time: together they are too many. */
  readSnapshot: (account: string) => Promise<Snapshot | undefined>;
};
