/** Why an account's cases are not read. */
export type CaseReadState = 'ok' | 'no-plan' | 'no-role' | 'refused' | 'throttled' | 'failed';

/** How reading an account's cases went, last time it was tried: the row `reading`. Times are ISO 8601. */
export type AccountReading = {
  state: CaseReadState;
  /** Since when it is so. */
  since: string;
  triedAt: string;
  /** By which run of the schedule: that run again, for Lambda repeats what failed, has nothing to do here. */
  run?: string | undefined;
  /** When its open cases were read last; absent: never. */
  openReadAt?: string;
  /** When those resolved in the last thirty days were. */
  recentReadAt?: string;
  /** When all that AWS keeps was read last, from the first to the last month. */
  fullReadAt?: string;
  /** A full reading that is under way: cases created before this moment are still to be read. */
  fullReadBefore?: string;
  /** When its cases had been read for the first time: what comes from then on is new. */
  baselineAt?: string;
  /** Cases that are open. */
  open?: number;
};
