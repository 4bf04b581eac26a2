import { monthName } from '#lambdas/cost-reports/month-name.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** What a reader must know before believing the page: what the run said, what is missing, what was restated. */
export function drawNotes(data: PageData): Markup | undefined {
  const notes = [...data.provenance.notes, ...missingNotes(data), ...restatedNotes(data)];
  if (notes.length === 0) return undefined;
  return markup`<aside class="note" aria-labelledby="notes-heading"><h2 id="notes-heading">Before you rely on this</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></aside>`;
}

function missingNotes({ missing, trend, month, total }: PageData): string[] {
  const months = trend.flatMap((each) =>
    each.totals || each.month === month ? [] : [monthName(each.month)],
  );
  return [
    ...(total && !total.previous
      ? ['The month before is not stored, so nothing can be compared with it.']
      : []),
    ...(months.length > 0
      ? [`Missing between the months shown, and not counted as $0: ${months.join(', ')}.`]
      : []),
    ...(missing.length > 0 ? [`Not stored of ${monthName(month)}: ${missing.join(', ')}.`] : []),
  ];
}

function restatedNotes({ restatements }: PageData): string[] {
  return restatements.map(
    ({ at, difference }) =>
      `AWS restated this month after it was kept as final: ${difference}, noticed on ${at.slice(0, 10)}. The former figures are kept.`,
  );
}
