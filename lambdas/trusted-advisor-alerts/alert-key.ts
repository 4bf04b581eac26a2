import { createHash } from 'node:crypto';
import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { itemRowPrefix } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/**
 * The alert in which an item is told: one for each account and check. Each owner has alerts of their own, so that nobody
 * reads of the resources of others.
 */
export function alertKeyOf(account: string, check: AdvisorCheck, owner: string | undefined): string {
  const identity = createHash('sha256')
    .update(JSON.stringify([itemRowPrefix(check), owner ?? '']))
    .digest('base64url');
  return `trusted-advisor/${account}/${identity.slice(0, 22)}`;
}
