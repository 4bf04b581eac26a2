/** The ledger's partition for what sweeps remember from one day to the next; a row bears its capability's name. */
export const SWEEPS_PARTITION = 'sweeps';
export const HEALTH_RECONCILE_ROW = 'health-reconcile';

/** How far the daily comparison with the Health API has come. Times are ISO 8601 in UTC. */
export type HealthSweepState = {
  /** Updates before this moment have been compared. Absent before the first sweep that worked, and while off. */
  reconciledUntil?: string;
  /** What was updated before this moment is in the digest of the first sweep, and is not told one by one. */
  backfilledAt?: string;
  /** The support plan has no Health API: AWS's word for it, and when it was first said. */
  off?: { since: string; reason: string };
  /** Writes of this row; the condition of the next. */
  revision: number;
};
