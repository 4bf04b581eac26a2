import { monthName, shortMonthName } from '#lambdas/cost-reports/month-name.ts';
import { moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { PageData, Totals } from '#lambdas/cost-reports/page/page-data.ts';
import { forChart, fromChart } from '#lambdas/cost-reports/publish/for-chart.ts';
import { type Bar, barChart } from '#lambdas/runtime/charts/bar-chart.ts';
import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { formatMoney, formatShortMoney } from '#lambdas/runtime/money.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

type Month = PageData['trend'][number];

/** Months up to this one: gross, what credits take off, and net. A month that is not stored is a gap. */
export function trendSection({ trend, currency }: PageData): Section | undefined {
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last) return undefined;
  const label = `Costs by month from ${monthName(first.month)} to ${monthName(last.month)}; the figures are in the table below.`;
  const legend = [
    { name: 'Gross', colour: PAGE_PAINT.above, shape: 'bar' },
    { name: 'Credits, refunds', colour: PAGE_PAINT.below, shape: 'bar' },
    { name: 'Net', colour: PAGE_PAINT.line, shape: 'line' },
    ...(last.partial ? [{ name: 'Partial', colour: PAGE_PAINT.above, shape: 'light-bar' } as const] : []),
  ] as const;
  const format = (value: number) => formatShortMoney(fromChart(value), currency);
  const bars = trend.map((month) => toBar(month, currency));
  const chart = bothWidths((size) => barChart({ ...size, label, paint: PAGE_PAINT, bars, legend, format }));
  const table = plainTable({
    caption: 'Costs by month',
    of: 'months',
    heads: ['Month', 'Gross', 'Credits and refunds', 'Net'],
    rows: trend.map(({ month, totals, partial }) => {
      const note = (partial && ' (partial)') || (!totals && ' (not stored)');
      return markup`<tr><th scope="row">${monthName(month)}${note}</th>${moneyCell(totals && (totals['gross'] ?? 0n), currency)}${moneyCell(totals && creditsOf(totals), currency)}${moneyCell(totals && (totals['net'] ?? 0n), currency)}</tr>`;
    }),
  });
  const body = markup`${chart}<details><summary>Figures by month</summary>${table}</details>`;
  return { id: 'trend', title: 'Month by month', body };
}

/** Credits and refunds together. */
export function creditsOf(totals: Totals): bigint {
  return (totals['credits'] ?? 0n) + (totals['refunds'] ?? 0n);
}

function toBar({ month, totals, partial }: Month, currency: string): Bar {
  const name = shortMonthName(month);
  if (!totals) return { name, tip: `${monthName(month)}: not stored` };
  const net = totals['net'] ?? 0n;
  return {
    name,
    above: forChart(totals['gross'] ?? 0n),
    below: forChart(creditsOf(totals)),
    // A part of a month would bend the line downwards.
    ...(!partial && { line: forChart(net) }),
    light: partial,
    tip: `${monthName(month)}: ${formatMoney(net, currency)} net${partial ? ', partial' : ''}`,
  };
}
