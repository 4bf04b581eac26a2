import { seenText } from '#lambdas/case-trackers/github/plain-markdown.ts';
import type { CaseView } from '#lambdas/case-trackers/mirror/case-view.ts';

/** GitHub takes 256 characters; longer ones nobody reads. */
const LONGEST = 200;

/** The number of the case and its subject, on one line. */
export function titleOf({ displayId, subject, accountName }: CaseView): string {
  const text = seenText(subject ?? `Support case of ${accountName}`)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const title = `[AWS ${displayId}] ${text || `Support case of ${accountName}`}`;
  return title.length > LONGEST
    ? `${title
        .slice(0, LONGEST - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`
    : title;
}
