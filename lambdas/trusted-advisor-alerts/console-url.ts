import { partitionOf } from '#lambdas/contracts/regions.ts';
import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

/** The page of a check in the account that the reader is signed in to; of one that is not known, all checks. */
export function checkUrlOf({ id, category }: AdvisorCheck, home: string): string {
  const page = `https://${consoleHost(partitionOf(home))}/trustedadvisor/home#`;
  if (!category) return `${page}/dashboard`;
  const word = category.replaceAll('_', '-');
  return `${page}/category/${encodeURIComponent(word)}${id ? `?checkId=${encodeURIComponent(id)}` : ''}`;
}

/** Service Quotas in a Region, where people ask for an increase. Trusted Advisor gives no code of the quota. */
export function quotasUrlOf(region: string): string {
  return `https://${region}.${consoleHost(partitionOf(region))}/servicequotas/home?region=${region}`;
}
