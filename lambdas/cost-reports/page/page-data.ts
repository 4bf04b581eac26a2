import type { Cell, Provenance } from '#lambdas/contracts/report.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { RequestCount } from '#lambdas/cost-reports/cost-state.ts';

/** All that a page shows of a month, summed up. Amounts are exact, on the basis of the page. */
export type PageData = {
  /** `YYYY-MM`. */
  month: string;
  basis: Basis;
  currency: string;
  provenance: Provenance;
  /** The month is not over, or AWS still calls it estimated. */
  partial: boolean;
  /** Since when its figures are kept as final. */
  frozenAt?: string;
  restatements: { at: string; difference: string }[];
  /** Requests of all runs in a calendar month. */
  requests?: RequestCount & { month: string };
  total?: Compared<Totals>;
  /** Oldest first. A month without figures is one that is not stored. */
  trend: { month: string; totals?: Totals; partial: boolean }[];
  /** Of this month and the one before, oldest first. */
  days: Day[];
  services?: Changes;
  accounts?: Changes;
  regions?: Changes;
  kinds?: Changes;
  /** Costs by the values of a tag, or of a cost category; the value '' is what has none. */
  splits: Split[];
  commitments: Commitments;
  forecast?: Forecast;
  drivers?: Record<string, Cell>[];
  /** Titles of tables that were asked for and are not stored. */
  missing: string[];
};

/** Charges are what AWS calls gross; credits and refunds are negative; net is both. */
export type Sum = { charges: bigint; credits: bigint; net: bigint };
/** By measure: gross, credits, tax … */
export type Totals = Readonly<Record<string, bigint>>;
export type Day = { day: string; sum: Sum; estimated: boolean };

/** Which days two figures are of: the first `days` of both months, or all there is of both. */
export type Window = { days?: number; fetchedAt: string };
export type Compared<T> = Window & { current: T; previous?: T; soFar: T };

/** `cells`: what it is keyed by. Absent sums: it did not occur. */
export type Change = { cells: readonly string[]; name?: string; current?: Sum; previous?: Sum };
/** The largest first. `hasPrevious`: the month before is stored. */
export type Changes = Window & { rows: Change[]; hasPrevious: boolean };
export type Split = { kind: 'tag' | 'cost category'; key: string; changes: Changes };

export type Commitments = {
  spCoverage?: Record<string, Cell>[];
  spUtilization?: Record<string, Cell>[];
  riCoverage?: Record<string, Cell>[];
  riUtilization?: Record<string, Cell>[];
  recommendations?: Record<string, Cell>[];
  use?: CommitmentUse[];
};

/** Of one account: what it pays for commitments as billed, and what it uses of them at their own price. */
export type CommitmentUse = { account: string; name: string; paid: bigint; upfront: bigint; used: bigint };

/** What the month will come to, spent days included. */
export type Forecast = {
  spent: bigint;
  from: string;
  mean: bigint;
};
