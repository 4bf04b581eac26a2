import type { CasePermit, CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { ourTurnSince, pendingPermits } from '#lambdas/contracts/support/whose-turn.ts';

type Reading = { thread: CaseThread; permits: CasePermit[]; changedAt?: string | undefined; now: Date };
/** Moments, ISO 8601. */
type Span = { from: string; to: string };

/**
 * Since when AWS waits for our answer, and how long our turn was in all before the one that lasts. A wait ends with our first
 * message after it began; where AWS asked again before anybody looked, another has begun.
 */
export function waitsOf(
  before: CaseRow | undefined,
  reading: Reading,
): Pick<CaseRow, 'waitedMs' | 'waitingSince'> {
  const { thread, permits } = reading;
  const { status, createdAt } = thread;
  const waitingSince = waitingSinceOf(before, reading);
  const lasts = ourTurnSince({ status, createdAt, permits, waitingSince });
  const waitedMs = (before?.waitedMs ?? 0) + lengthOf(endedSpans(before, waitingSince, reading), lasts);
  return { waitedMs, ...(waitingSince === undefined ? {} : { waitingSince }) };
}

function waitingSinceOf(before: CaseRow | undefined, { thread, changedAt, now }: Reading) {
  if (caseStateOf(thread.status) !== 'waiting-for-us') return undefined;
  const newest = thread.messages.at(-1);
  const asked = newest?.from === 'aws' ? newest.at : undefined;
  const former = before?.waitingSince;
  if (former === undefined) return asked ?? changedAt ?? now.toISOString();
  const reply = firstReply(thread, former);
  return reply !== undefined && asked !== undefined && asked > reply ? asked : former;
}

/** What AWS waited for and waits for no more. */
function endedSpans(
  before: CaseRow | undefined,
  waitingSince: string | undefined,
  { thread, permits, changedAt, now }: Reading,
): Span[] {
  if (!before || caseStateOf(before.status) === 'resolved') return [];
  const end = changedAt ?? now.toISOString();
  const { waitingSince: former } = before;
  const answered =
    former === undefined || former === waitingSince
      ? []
      : [{ from: former, to: firstReply(thread, former) ?? end }];
  const isOver = caseStateOf(thread.status) === 'resolved';
  const left = new Set(isOver ? [] : pendingPermits({ permits }).map(({ id }) => id));
  const decided = pendingPermits(before)
    .filter(({ id }) => !left.has(id))
    .map(({ at }) => ({ from: at > before.createdAt ? at : before.createdAt, to: end }));
  return [...answered, ...decided];
}

function firstReply({ messages }: CaseThread, since: string): string | undefined {
  return messages.find(({ from, at }) => from === 'customer' && at > since)?.at;
}

/** Milliseconds that lie in any of the spans, and not in what lasts. */
function lengthOf(spans: readonly Span[], lasts: string | undefined): number {
  const until = lasts === undefined ? Number.POSITIVE_INFINITY : Date.parse(lasts);
  let length = 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const start = Math.max(Date.parse(from), counted);
    const end = Math.min(Date.parse(to), until);
    if (end <= start) continue;
    length += end - start;
    counted = end;
  }
  return length;
}
