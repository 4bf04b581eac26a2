import type { CaseQuestion, ReadCase } from '#lambdas/support-cases/read/case-api.ts';

/** What is younger than this is read soon again, as it is open. */
const SETTLED_MS = 3_600_000;

/**
 * Of a page, the cases that were asked for. AWS's reference calls the times of a question those of messages: then cases come
 * that were created before, and messages may be missing that were written after it, so that there are more than are shown.
 * A message on the page that lies outside tells that it is not so.
 */
export function withinSpan(page: ReadCase[], question: CaseQuestion, now: Date): ReadCase[] {
  if ('displayId' in question) return page.filter(({ displayId }) => displayId === question.displayId);
  const { createdAfter, createdBefore } = question;
  const [after, before] = [millisecondsOf(createdAfter, -Infinity), millisecondsOf(createdBefore, Infinity)];
  const asked = page.filter(({ createdAt }) => {
    const at = Date.parse(createdAt);
    return at >= after && at <= before;
  });
  const hasLater = page.some(({ recent }) => recent.messages.some(({ at }) => Date.parse(at) > before));
  if (hasLater || before > now.getTime() - SETTLED_MS) return asked;
  return asked.map((one) => ({ ...one, recent: { ...one.recent, hasMore: true } }));
}

function millisecondsOf(time: string | undefined, otherwise: number): number {
  return time === undefined ? otherwise : Date.parse(time);
}
