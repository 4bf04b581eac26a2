import { resourceRowOf, type TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';

/** What an alert names: what is open, and what is over since it opened. Each in the order in which it was found. */
export type AlertMembers = { open: TagFinding[]; over: TagFinding[] };

/** Of an alert that is over, what ended within so much time of the last is told as its end. */
const LAST_HOURS = 24;

export function membersOf(findings: TagFinding[]): AlertMembers {
  // Those of one batch as it writes them: one that had to begin again in the middle shows them no otherwise.
  const inOrder = findings.toSorted(
    (a, b) => compare(a.openedAt, b.openedAt) || compare(resourceRowOf(a), resourceRowOf(b)),
  );
  const open = inOrder.filter(({ status }) => status === 'open');
  const over = inOrder.filter(({ status }) => status !== 'open');
  const [first] = open;
  const since = first ? first.openedAt : lastHoursOf(over);
  return { open, over: over.filter(({ endedAt = '' }) => endedAt >= since) };
}

function lastHoursOf(over: TagFinding[]): string {
  const last = over
    .map(({ endedAt = '' }) => endedAt)
    .sort()
    .at(-1);
  return last ? new Date(Date.parse(last) - LAST_HOURS * 3_600_000).toISOString() : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
