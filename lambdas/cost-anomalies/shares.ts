import type { AnomalyEvent, RootCause } from '#lambdas/cost-anomalies/anomaly-event.ts';

/** AWS names ten at most. */
const MOST_CAUSES = 10;

/** An account's share of an anomaly: the root causes that lie in it, the largest first. */
export type Share = { account: string; name?: string | undefined; causes: RootCause[] };

/**
 * One share for each account that a root cause lies in, so that its owner hears of it. What AWS ascribes to no
 * account is with the account that the monitor looks at, or else with the one that the monitor belongs to.
 */
export function sharesOf(event: AnomalyEvent): Share[] {
  const causes = event.detail.rootCauses.slice(0, MOST_CAUSES).sort(byContribution);
  const fallback = accountOf(event);
  const byAccount = Map.groupBy(causes, ({ linkedAccount }) => linkedAccount ?? fallback.account);
  if (byAccount.size === 0) return [{ ...fallback, causes: [] }];
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, some]) => {
      const named = some.find(({ linkedAccount, linkedAccountName }) => linkedAccount && linkedAccountName);
      const own = account === fallback.account ? fallback.name : undefined;
      return { account, name: named?.linkedAccountName ?? own, causes: some };
    });
}

function accountOf({ account, detail }: AnomalyEvent): Omit<Share, 'causes'> {
  const { dimensionValue = '', accountId = account, accountName } = detail;
  if (/^\d{12}$/.test(dimensionValue)) return { account: dimensionValue };
  return { account: accountId, name: accountName };
}

function byContribution(a: RootCause, b: RootCause): number {
  return (b.impact.contribution ?? 0) - (a.impact.contribution ?? 0);
}
