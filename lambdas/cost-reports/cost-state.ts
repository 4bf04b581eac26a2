import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';

/** What runs remember, a JSON file in the report bucket. Runs come one after the other. */
export type CostState = {
  /** Whose costs these are; what is known of another's says nothing of them. */
  payer?: string;
  /** When the latest finished run of each set was due: neither a repeat of it nor an older one has any more to say. */
  finished?: Partial<Record<RunSet, string>>;
  /** By month, `YYYY-MM`. */
  months: Record<string, MonthState>;
  /** Pages of each query in its last complete run: what plans reckon with. */
  pages: Record<string, number>;
  /** What keeps runs from working and was told: it is resolved by the run that works again. By the set that met it last. */
  troubles?: Partial<Record<TroubleKind, RunSet>>;
};

/** `access` and `cap` as in refusals. `nothing`: AWS has no answer to the main question of a run. */
export type TroubleKind = 'access' | 'cap' | 'nothing';

export type MonthState = {
  /** Set once AWS no longer calls it estimated and it is the 15th of the month after, or later. */
  frozenAt?: string;
  /** Sums of what is stored, by record type and basis, exact decimals as text: what drift is compared with. */
  sums: Record<string, Record<Basis, string>>;
  fetchedAt: string;
  run: string;
  /** Each time that a frozen month had moved. */
  restatements: { run: string; at: string; difference: string }[];
};

/** Billed requests of a calendar month, UTC. A crash may count one too many, never one too few. */
export type RequestCount = { total: number; runs: Record<string, number> };
