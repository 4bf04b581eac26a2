/** A check that Trusted Advisor offers. */
export type WorldCheck = {
  id: string;
  name: string;
  /** AWS's word. */
  category: string;
  columns: string[];
  /** By AWS's words, such as `ec2`. */
  awsServices?: string[];
  /** Who makes it; `ta_check` unless said otherwise. */
  source?: 'ta_check' | 'security_hub' | 'compute_optimizer' | 'cost_optimization_hub';
  /** AWS refreshes it by itself, and lets nobody ask for it. */
  isAutomatic?: boolean;
};

/** Something that a check flags. `id` is opaque; `cells` are the columns of the check, in their order. */
export type WorldFlag = {
  id: string;
  status: 'ok' | 'warning' | 'error';
  region?: string;
  /** Absent: the check has no columns, or AWS gives none. */
  cells?: (string | null)[];
  /** As events name it; where none is given they have an empty text. */
  arn?: string;
  isSuppressed?: boolean;
};

/** A check of an account as it was looked at last. `refreshedAt` is absent where it never was. */
export type WorldCheckResult = {
  refreshedAt?: number;
  /** When somebody asked for it to be looked at again. */
  askedAt?: number;
  /** AWS gives up refreshes of it: the result stays as it was. */
  abandons?: boolean;
  flags: WorldFlag[];
};

/** Trusted Advisor, of all accounts. By account and id of the check; a check without a result flags nothing. */
export type WorldAdvisor = {
  checks: WorldCheck[];
  results: Record<string, Record<string, WorldCheckResult>>;
};

/** The result of a check in an account, which tests and stories change. */
export function resultOf({ results }: WorldAdvisor, account: string, checkId: string): WorldCheckResult {
  const ofAccount = (results[account] ??= {});
  return (ofAccount[checkId] ??= { flags: [] });
}

/** Adds a flag, or replaces the one of its id. */
export function flagItem(advisor: WorldAdvisor, account: string, checkId: string, flag: WorldFlag): void {
  const result = resultOf(advisor, account, checkId);
  result.flags = [...result.flags.filter(({ id }) => id !== flag.id), flag];
}

/** Nothing is flagged of an id any more. */
export function clearItem(advisor: WorldAdvisor, account: string, checkId: string, id: string): void {
  const result = resultOf(advisor, account, checkId);
  result.flags = result.flags.filter((flag) => flag.id !== id);
}

/** People leave an item out in the console, or take it in again. */
export function suppressItem(
  advisor: WorldAdvisor,
  [account, checkId, id]: [account: string, checkId: string, id: string],
  isSuppressed = true,
): void {
  const flag = resultOf(advisor, account, checkId).flags.find((one) => one.id === id);
  if (!flag) throw new RangeError(`${checkId} flags no ${id}`);
  flag.isSuppressed = isSuppressed;
}

/** AWS calls a check otherwise; its id stays. */
export function renameCheck({ checks }: WorldAdvisor, id: string, name: string): void {
  const check = checks.find((one) => one.id === id);
  if (!check) throw new RangeError(`There is no check ${id}`);
  check.name = name;
}

/** AWS takes a check out of service: from then on its id fails requests. */
export function removeCheck(advisor: WorldAdvisor, id: string): void {
  advisor.checks = advisor.checks.filter((check) => check.id !== id);
}
