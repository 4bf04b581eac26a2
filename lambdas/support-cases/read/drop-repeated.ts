import type { ReadMessage } from '#lambdas/support-cases/read/case-api.ts';

/**
 * Of a page, what the page before it did not show yet. A message that comes while a case is read may move all pages: the next
 * begins with what the last ended with. Only there, since two messages may be the same in all that AWS tells of them.
 */
export function dropRepeated(before: readonly ReadMessage[], page: readonly ReadMessage[]): ReadMessage[] {
  const [shown, next] = [before.map(faceOf), page.map(faceOf)];
  const isRepeated = (count: number) =>
    next.slice(0, count).every((face, index) => face === shown[shown.length - count + index]);
  for (let count = Math.min(shown.length, next.length); count > 0; count -= 1) {
    if (isRepeated(count)) return page.slice(count);
  }
  return [...page];
}

function faceOf({ at, submittedBy, body, attachments }: ReadMessage): string {
  return JSON.stringify([at, submittedBy, body, attachments.map(({ id }) => id)]);
}
