import { SEVERITIES } from '#lambdas/contracts/observation.ts';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** What an alert names: what is open, and what is over since it opened. The worst first, then as they came. */
export type AlertMembers = { open: AdvisorRow[]; over: AdvisorRow[] };

/** Of an alert that is over, what ended within so much time of the last is told as its end. */
const LAST_MS = 24 * 3_600_000;

export function membersOf(items: AdvisorRow[]): AlertMembers {
  const inOrder = items.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compare(a.openedAt, b.openedAt) ||
      compare(a.key, b.key),
  );
  const open = inOrder.filter(({ state }) => state === 'open');
  const over = inOrder.filter(({ state }) => state === 'over');
  const opened = open.map(({ openedAt }) => openedAt).sort();
  const since = opened[0] ?? lastHoursOf(over);
  return { open, over: over.filter(({ endedAt = '' }) => endedAt >= since) };
}

function lastHoursOf(over: AdvisorRow[]): string {
  const last = over
    .map(({ endedAt = '' }) => endedAt)
    .sort()
    .at(-1);
  return last ? new Date(Date.parse(last) - LAST_MS).toISOString() : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
