import type { Account } from '#lambdas/contracts/settings.ts';
import type { TrackerFilter } from '#lambdas/contracts/support/case-trackers-settings.ts';

/** Whether a tracker gets the cases of an account: of one that is named, or that lies in a unit that is. */
export function takesAccount({ accounts, ous }: TrackerFilter, { id, ou }: Account): boolean {
  if (!accounts && !ous) return true;
  const isBelow = (unit: string) =>
    ou === unit || ou?.startsWith(`${unit}/`) === true || (unit === '/' && ou !== undefined);
  return accounts?.includes(id) === true || ous?.some(isBelow) === true;
}
