import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { lineChart } from '#lambdas/runtime/charts/line-chart.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import { countCell, minutesCell, onTimeCell } from '#lambdas/support-cases/measure/page/cells.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';

/** Cases by the week of their opening: how many, and how many were answered late. */
export function weeksSection({ weeks, total }: SupportSummary): Section | undefined {
  if (total.cases === 0) return undefined;
  const points = (of: (week: (typeof weeks)[number]) => number) => weeks.map(of);
  const chart = bothWidths((size) =>
    lineChart({
      ...size,
      label: 'Cases opened by week, and those answered late; the figures are in the table below.',
      paint: PAGE_PAINT,
      names: weeks.map(({ monday }) => monday.slice(5)),
      format: (value) => (Number.isInteger(value) ? value.toLocaleString('en-US') : ''),
      series: [
        {
          name: 'Opened',
          colour: PAGE_PAINT.above,
          points: points(({ measures }) => measures.cases),
          filled: true,
        },
        {
          name: 'Answered late',
          colour: PAGE_PAINT.below,
          points: points(({ measures }) => measures.late),
          dashed: true,
        },
      ],
    }),
  );
  const table = plainTable({
    caption: 'Cases by the week of their opening',
    of: 'weeks',
    heads: ['Week of', 'Opened', 'On time', 'Half within', 'Still open'],
    rows: weeks
      .toReversed()
      .map(
        ({ monday, measures }) =>
          markup`<tr><th scope="row">${monday}</th>${countCell(measures.cases)}${onTimeCell(measures)}${minutesCell(measures.answerMinutes?.median)}${countCell(measures.open)}</tr>`,
      ),
  });
  const body = markup`${chart}<details><summary>Figures by week</summary>${table}</details>`;
  return { id: 'weeks', title: 'Week by week', body };
}
