/** A check that AWS offers; `columns` are the labels of what its items tell, by their places. */
export type OfferedCheck = { id: string; name: string; category: string; columns: (string | null)[] };

/** How a check stands in an account. `at`: when Trusted Advisor looked, ISO 8601; absent: never. */
export type CheckSummary = {
  id: string;
  /** `ok`, `warning`, `error`, `not_available` */
  status: string;
  at?: string;
  hasFlagged: boolean;
  /** Items that people excluded. */
  excluded: number;
};

/** What a check flags, as the Support API gives it. `metadata`: by the places of the columns. */
export type FlaggedResource = {
  id: string;
  status: string;
  region?: string;
  isSuppressed: boolean;
  metadata: (string | null)[];
};
export type CheckResult = { status: string; at?: string; resources: FlaggedResource[] };

/** What is asked of Trusted Advisor in one account. */
export type AdvisorApi = {
  offeredChecks: () => Promise<OfferedCheck[]>;
  /** Who makes each check, by its id. */
  sources: () => Promise<Map<string, string>>;
  /** Refused as a whole where one of the ids is none. */
  summaries: (ids: string[]) => Promise<CheckSummary[]>;
  result: (id: string) => Promise<CheckResult>;
  /** Refused where AWS refreshes the check by itself. False: it gave the refresh up. */
  refresh: (id: string) => Promise<boolean>;
};

/** Fails with `NoReaderRoleError` where the account has none. */
export type OpenAccount = (account: string) => Promise<AdvisorApi>;
