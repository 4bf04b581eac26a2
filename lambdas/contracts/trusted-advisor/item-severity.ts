import type { Severity } from '#lambdas/contracts/observation.ts';
import type { AdvisorItem, ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';

const BY_STATUS: Record<ItemStatus, Severity | undefined> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  ok: undefined,
};

/**
 * How bad an item is; undefined: it is no trouble. A service limit goes by how much of it is used, where AWS says so in
 * numbers; all else by its status, which AWS sets.
 */
export function severityOfItem(
  { status, fields }: Pick<AdvisorItem, 'status' | 'fields'>,
  { limits }: Pick<AdvisorSelection, 'limits'>,
): Severity | undefined {
  if (status === 'ok') return undefined;
  const use = limitUseOf(fields);
  if (!use) return BY_STATUS[status];
  return limits.findLast(({ percent }) => use.percent >= percent)?.severity;
}
