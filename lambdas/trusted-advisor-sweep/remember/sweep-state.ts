/** What one run tells the next. Times are ISO 8601. */
export type SweepState = {
  /** Accounts that were read, or tried: one that is no member any more is known by it. */
  accounts: string[];
  /** When the reports of a day were made last. */
  publishedAt?: string;
  /** Ids of checks that AWS refreshes by itself, and when that is to be asked again. */
  notRefreshable: Record<string, string>;
};
