import { createHash } from 'node:crypto';
import type { CountedOccurrences } from '#lambdas/alert-desk/part-row.ts';
import type { Occurrences } from '#lambdas/contracts/ledger.ts';
import type { Occurrence } from '#lambdas/contracts/observation.ts';

/** As many as a crash loop makes in some minutes: copies of an event come within seconds. */
const RECENT_LIMIT = 300;
const HOUR_SECONDS = 3600;

/**
 * The count with one more; the same where it is counted already. One that is older than all that are known by name,
 * when no more could be kept, passes for counted: rather one too few than a count that grows by copies.
 */
export function withOccurrence(
  before: CountedOccurrences | undefined,
  { id, at }: Occurrence,
): CountedOccurrences {
  const time = Math.floor(Date.parse(at) / 1000);
  const name = createHash('sha256').update(id).digest('base64url').slice(0, 8);
  if (!before) return { count: 1, first: at, last: at, recent: [[name, time]] };
  const { count, first, last, recent } = before;
  const oldest = recent[0]?.[1] ?? time;
  const isKnown = recent.some(([known]) => known === name);
  if (isKnown || (recent.length >= RECENT_LIMIT && time < oldest)) return before;
  const next = [...recent, [name, time] satisfies [string, number]];
  return {
    count: count + 1,
    first: at < first ? at : first,
    last: at > last ? at : last,
    recent: next.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).slice(-RECENT_LIMIT),
  };
}

/** Of what is open once more only what happens from now on counts; what is known by name stays known. */
export function ofNewLife(
  before: CountedOccurrences | undefined,
  occurrence: Occurrence | undefined,
): CountedOccurrences | undefined {
  if (!before || !occurrence) return before;
  return { count: 0, first: occurrence.at, last: occurrence.at, recent: before.recent };
}

/** What people are told of it. */
export function toOccurrences({ count, first, last, recent }: CountedOccurrences): Occurrences {
  const begun = Math.floor(Date.parse(first) / 1000) - 1;
  const since = Math.max(begun, Math.floor(Date.parse(last) / 1000) - HOUR_SECONDS);
  return { count, first, last, lastHour: recent.filter(([, time]) => time > since).length };
}

/** Of several parts: one part's share before is taken away, its share now is added. */
export function occurrencesWith(
  sum: Occurrences | undefined,
  before: Occurrences | undefined,
  after: Occurrences | undefined,
): Occurrences | undefined {
  if (!sum || !after) return after ?? sum;
  // The only part that counts may have begun anew.
  if (before && sum.count === before.count) return after;
  return {
    // In the order of `toOccurrences`: a message that is written otherwise would be told anew.
    count: sum.count - (before?.count ?? 0) + after.count,
    first: after.first < sum.first ? after.first : sum.first,
    last: after.last > sum.last ? after.last : sum.last,
    lastHour: sum.lastHour - (before?.lastHour ?? 0) + after.lastHour,
  };
}
