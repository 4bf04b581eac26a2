import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';

/** A case that was opened and resolved while no trigger came is still told; one of last month is history. */
const HISTORY_MS = 7 * 86_400_000;

/** Whether a tracker gets a case: what it has once it keeps, and what was over before it looked it does not get. */
export function isMirrored(row: CaseRow, link: TrackerLink | undefined, now: Date): boolean {
  if (link) return !link.isGone;
  if (caseStateOf(row.status) !== 'resolved') return true;
  return !row.isBaseline && now.getTime() - Date.parse(row.resolvedAt ?? row.createdAt) < HISTORY_MS;
}
