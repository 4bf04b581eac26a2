import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading, CaseReadState } from '#lambdas/contracts/support/account-reading.ts';
import type { MeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import { type Measures, measure, measureBy } from '#lambdas/support-cases/measure/measures.ts';
import { byWeek, type Week } from '#lambdas/support-cases/measure/weeks.ts';

/** `not-tried`: no run has had time for it yet. */
export type AccountState = CaseReadState | 'not-tried';

/** `measures`: absent where the account was never read, which is not nothing. */
export type MeasuredAccount = {
  account: Account;
  state: AccountState;
  reading: AccountReading | undefined;
  measures: Measures | undefined;
};

/** All that the report of a day says. `at`: ISO 8601. */
export type SupportSummary = {
  at: string;
  date: string;
  partition: string;
  total: Measures;
  accounts: MeasuredAccount[];
  services: { word: string; measures: Measures }[];
  severities: { word: string; targetMs: number | undefined; measures: Measures }[];
  weeks: Week[];
  /** Longest first. */
  waiting: (MeasuredCase & { waitingSince: string })[];
  /** Cases that were there before Reeve looked, whose waits nobody knows. */
  withoutWaits: number;
};

type Measured = { account: Account; reading: AccountReading | undefined; cases: MeasuredCase[] };

/** Sums the cases of all accounts. */
export function summarize(measured: readonly Measured[], partition: string, now: Date): SupportSummary {
  const cases = measured.flatMap((one) => one.cases);
  const at = now.toISOString();
  const waiting = cases.flatMap((one) =>
    one.waitingSince === undefined ? [] : [{ ...one, waitingSince: one.waitingSince }],
  );
  return {
    at,
    date: at.slice(0, 10),
    partition,
    total: measure(cases, now),
    accounts: measured.map(({ account, reading, cases: own }) => ({
      account,
      state: reading?.state ?? 'not-tried',
      reading,
      measures: reading?.openReadAt === undefined && own.length === 0 ? undefined : measure(own, now),
    })),
    services: measureBy(cases, ({ isWithheld, service }) => (isWithheld ? 'withheld' : service), now),
    severities: measureBy(cases, ({ severity }) => severity, now).map((one) => ({
      ...one,
      targetMs: cases.find(({ severity, targetMs }) => severity === one.word && targetMs !== undefined)
        ?.targetMs,
    })),
    weeks: byWeek(cases, now),
    waiting: waiting.sort((one, other) => (one.waitingSince < other.waitingSince ? -1 : 1)),
    withoutWaits: cases.filter(({ waitedMs }) => waitedMs === undefined).length,
  };
}
