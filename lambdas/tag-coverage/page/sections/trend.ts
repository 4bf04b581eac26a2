import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { lineChart } from '#lambdas/runtime/charts/line-chart.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { tenthsOf } from '#lambdas/tag-coverage/judge/percent-text.ts';
import { countCell, shareCell } from '#lambdas/tag-coverage/page/share-table.ts';
import { addDays, daysBetween } from '#lambdas/tag-coverage/remember/days.ts';
import type { DayEntry } from '#lambdas/tag-coverage/remember/sweep-state.ts';

/** Coverage day by day under this policy; days without a sweep are gaps. Another policy asked something else. */
export function trendSection({ history, policy }: CoverageSummary): Section | undefined {
  const own = history.filter(({ version }) => version === policy.version);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || first === last) return undefined;
  const byDate = new Map(own.map((day) => [day.date, day]));
  const names = Array.from({ length: daysBetween(first.date, last.date) + 1 }, (_, day) =>
    addDays(first.date, day),
  );
  const series = [
    {
      name: 'Resources with all required tags',
      colour: PAGE_PAINT.above,
      points: names.map(pointOf(byDate)),
      filled: true,
    },
  ];
  const label = `Coverage of required tags from ${first.date} to ${last.date}; the figures are in the table below.`;
  const format = (value: number) => `${value}%`;
  const chart = bothWidths((size) =>
    lineChart({ ...size, label, paint: PAGE_PAINT, names: names.map(shortDay), series, format }),
  );
  const table = plainTable({
    caption: 'Coverage by day',
    of: 'days',
    heads: ['Day', 'Covered', 'Resources', 'Began to lack something', 'Mended or deleted'],
    rows: own
      .toReversed()
      .map(
        ({ date, compliant, resources, opened, mended }) =>
          markup`<tr><th scope="row">${date}</th>${shareCell(compliant, resources)}${countCell(resources)}${countCell(opened)}${countCell(mended)}</tr>`,
      ),
  });
  return {
    id: 'trend',
    title: 'Day by day',
    body: markup`${chart}<details><summary>Figures by day</summary>${table}</details>`,
  };
}

function pointOf(byDate: Map<string, DayEntry>): (date: string) => number | undefined {
  return (date) => {
    const day = byDate.get(date);
    const tenths = day && tenthsOf(day.compliant, day.resources);
    return tenths === undefined ? undefined : tenths / 10;
  };
}

/** `11-22` */
function shortDay(date: string): string {
  return date.slice(5);
}
