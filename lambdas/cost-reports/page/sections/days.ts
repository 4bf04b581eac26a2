import { monthName } from '#lambdas/cost-reports/month-name.ts';
import { moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { Day, PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { everyDay } from '#lambdas/cost-reports/page/read-days.ts';
import { addMonths, firstDayOf } from '#lambdas/cost-reports/periods.ts';
import { forChart, fromChart } from '#lambdas/cost-reports/publish/for-chart.ts';
import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { lineChart } from '#lambdas/runtime/charts/line-chart.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { formatShortMoney } from '#lambdas/runtime/money.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** How the month's net costs added up day after day, beside the month before. */
export function daysSection({ month, days, currency }: PageData): Section | undefined {
  const own = days.filter(({ day }) => day.startsWith(month));
  if (own.length === 0) return undefined;
  const before = addMonths(month, -1);
  const label = `Net costs of ${monthName(month)} added up by day, beside ${monthName(before)}; the figures are in the table below.`;
  const series = [
    { name: monthName(month), colour: PAGE_PAINT.above, points: addedUp(days, month), filled: true },
    { name: monthName(before), colour: PAGE_PAINT.line, points: addedUp(days, before), dashed: true },
  ].filter(({ points }) => points.length > 0);
  const names = Array.from({ length: 31 }, (_, index) => String(index + 1));
  const format = (value: number) => formatShortMoney(fromChart(value), currency);
  const chart = bothWidths((size) => lineChart({ ...size, label, paint: PAGE_PAINT, names, series, format }));
  const table = plainTable({
    caption: `Costs by day, ${monthName(month)}`,
    of: 'days',
    heads: ['Day', 'Gross', 'Credits and refunds', 'Net'],
    rows: own.map(
      ({ day, sum, estimated }) =>
        markup`<tr><th scope="row">${day}${estimated && ' (estimated)'}</th>${moneyCell(sum.charges, currency)}${moneyCell(sum.credits, currency)}${moneyCell(sum.net, currency)}</tr>`,
    ),
  });
  const body = markup`<p>Net costs, added up from the 1st.</p>${chart}<details><summary>Figures by day</summary>${table}</details>`;
  return { id: 'days', title: 'Day by day', body };
}

/** Sums from the 1st to each day, up to the last that has costs. */
function addedUp(days: readonly Day[], month: string): number[] {
  const known = new Map(
    days.filter(({ day }) => day.startsWith(month)).map(({ day, sum }) => [day, sum.net]),
  );
  const last = [...known.keys()].at(-1);
  if (!last) return [];
  let sum = 0n;
  return everyDay(firstDayOf(month), last).map((day) => forChart((sum += known.get(day) ?? 0n)));
}
