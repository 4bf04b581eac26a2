import type { Passage } from '#bin/commands/support/search/find-passage.ts';
import type { CaseHit } from '#bin/commands/support/search/search-cases.ts';

/** The cases that were found, each with where the words stand in it: »so«. */
export function describeHits(hits: readonly CaseHit[], nameOf: (account: string) => string): string[] {
  return hits.flatMap(({ row, subject, passages }, index) => [
    ...(index > 0 ? [''] : []),
    `${row.displayId}  ${row.withheld ? `(withheld: ${row.withheld})` : subject ? marked(subject) : row.subject}`,
    `  ${[row.status, row.severity, row.service, nameOf(row.account)].filter(Boolean).join(', ')}, opened ${row.createdAt.slice(0, 10)}`,
    ...passages.map((passage) => `  ${passage.at.slice(0, 10)} ${passage.author}: ${marked(passage)}`),
  ]);
}

function marked({ text, marks, isCutBefore, isCutAfter }: Passage): string {
  let shown = isCutBefore ? '…' : '';
  let place = 0;
  for (const [start, end] of marks) {
    shown += `${text.slice(place, start)}»${text.slice(start, end)}«`;
    place = end;
  }
  return `${shown}${text.slice(place)}${isCutAfter ? '…' : ''}`;
}
