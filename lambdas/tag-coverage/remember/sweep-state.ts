/** How all stood on a day, and what changed against the sweep before. */
export type DayEntry = {
  /** `YYYY-MM-DD` */
  date: string;
  /** Of the policy: another asks something else. */
  version: string;
  resources: number;
  compliant: number;
  /** Key → resources that need it, and those that comply. */
  keys: Record<string, [resources: number, compliant: number]>;
  /** Resources that began to violate, and that ended to, where the sweep before had seen them. */
  opened: number;
  mended: number;
};

/**
 * What an account's Region violates: fingerprints, one after the other, by what they have in common: a JSON array of the
 * type, since when it waits for its days of grace to be over (empty: it does not), and what is violated.
 */
export type PlaceMemory = { lacks: string[]; violating: Record<string, string> };

/** What one sweep tells the next. */
export type SweepState = {
  /** Of the policy that `places` is about. */
  version: string;
  at: string;
  /** When a sweep asked for that policy first; where it is absent, `at` stands for it. */
  firstAt?: string;
  /** By `account/Region`, of those that were seen at least once under this policy, or wait since another. */
  places: Record<string, PlaceMemory>;
  /** Oldest first. */
  history: DayEntry[];
  /** The policy whose first look was told. */
  toldVersion?: string;
  /** The Monday of the week whose digest was told. */
  toldWeek?: string;
};
