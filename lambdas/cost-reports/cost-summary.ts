import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { Period } from '#lambdas/cost-reports/cost-query.ts';
import type { Measures } from '#lambdas/cost-reports/measure.ts';

/** What the digest tells: yesterday, week against week, month to date, who moved. Amounts are exact. */
export type CostSummary = {
  /** The day of the run, `YYYY-MM-DD` in UTC. */
  today: string;
  basis: Basis;
  currency: string;
  /** For readers: `Cost Explorer`. */
  source: string;
  fetchedAt: string;
  /** The last day that has any costs at all; absent where none has. */
  lastDay?: string;
  /** Whole days between that day and the day before today: 0 is as fresh as AWS is. */
  lagDays: number;
  /** Of the day before today, always; all zero also where AWS has nothing of it yet, which `lagDays` tells. */
  yesterday: Measures;
  /** Seven days against the seven before. They end yesterday, or with `lastDay` where AWS's data is late. */
  week: Comparison;
  /**
   * From the 1st of yesterday's month to the same day against the same days of the month before it (fewer, where
   * that is shorter); of a whole month against the whole month before it, so on the 1st.
   */
  monthToDate: Comparison & { month: string };
  /** What today's month will come to, spent days included; absent with a reason where AWS gives none. */
  forecast: Forecast;
  /** Each day before today that has costs, the oldest first, for the chart. */
  days: { day: string; measures: Measures; estimated: boolean }[];
  /** Week against week by net costs, the largest change first, either way: some services, some accounts. */
  movers: Mover[];
  /** Of the tags in the settings, from the last monthly run that had them: costs without the tag, and all. */
  untagged: Untagged[];
  /** What a reader must know, in whole sentences: refused queries, differences between tables, the view. */
  notes: string[];
};

/** `period` is empty (it ends as it starts) where nothing of it is known yet. */
export type Comparison = {
  period: Period;
  current: Measures;
  previousPeriod: Period;
  /** Absent where that reaches further back than was asked. */
  previous?: Measures;
};

/** `month`: `YYYY-MM`. `range` holds with `level` percent. */
export type Forecast =
  | { state: 'known'; month: string; mean: bigint; range?: { low: bigint; high: bigint; level: number } }
  | { state: 'none'; month: string; reason: string };

export type Untagged = { tagKey: string; month: string; untagged: bigint; total: bigint };

export type Mover = {
  kind: 'service' | 'account';
  /** The service, or the id of the account. */
  key: string;
  name?: string;
  current: bigint;
  previous: bigint;
  change: bigint;
  /** What it most likely is, in a few words: `new`, `gone`, `credits ended`, `upfront fee`, `usage +40.0%` … */
  reason: string;
};
