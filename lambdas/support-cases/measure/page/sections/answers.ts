import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { rangeRows } from '#lambdas/runtime/charts/range-rows.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import {
  countCell,
  minutesCell,
  minutesText,
  onTimeCell,
} from '#lambdas/support-cases/measure/page/cells.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';
import { severityName } from '#lambdas/support-cases/tell/severity-words.ts';

const MINUTE_MS = 60_000;
const WORST_FIRST = ['critical', 'urgent', 'high', 'normal', 'low'];
const TICKS = [1, 5, 15, 60, 240, 720, 1440, 2880, 10_080, 43_200, 525_600];

/** How long AWS took for its first answer, by severity, against the target. */
export function answersSection({ severities }: SupportSummary): Section | undefined {
  const rows = severities.toSorted((one, other) => rankOf(one.word) - rankOf(other.word));
  const answered = rows.flatMap(({ word, targetMs, measures: { answerMinutes } }) => {
    if (!answerMinutes) return [];
    const { p10: low, median: middle, p90: high } = answerMinutes;
    const mark = targetMs === undefined ? {} : { mark: targetMs / MINUTE_MS };
    return [{ name: severityName(word), low, middle, high, ...mark }];
  });
  if (rows.length === 0) return undefined;
  const chart =
    answered.length > 0 &&
    bothWidths((size) =>
      rangeRows({
        ...size,
        label: 'Time to the first answer by severity; the figures are in the table below.',
        paint: PAGE_PAINT,
        rows: answered,
        ticks: TICKS,
        format: minutesText,
        names: { range: 'eight of ten answers', middle: 'half within', mark: 'target' },
      }),
    );
  const table = plainTable({
    caption: 'First answers by severity',
    of: 'severities',
    heads: ['Severity', 'Cases', 'Answered', 'On time', 'Half within', 'Nine of ten within', 'Target'],
    rows: rows.map(
      ({ word, targetMs, measures }) =>
        markup`<tr><th scope="row">${severityName(word)}</th>${countCell(measures.cases)}${countCell(measures.answered)}${onTimeCell(measures)}${minutesCell(measures.answerMinutes?.median)}${minutesCell(measures.answerMinutes?.p90)}${minutesCell(targetMs === undefined ? undefined : targetMs / MINUTE_MS)}</tr>`,
    ),
  });
  return { id: 'answers', title: 'First answers of AWS', body: markup`${chart}${table}` };
}

function rankOf(severity: string): number {
  const rank = WORST_FIRST.indexOf(severity);
  return rank < 0 ? WORST_FIRST.length : rank;
}
