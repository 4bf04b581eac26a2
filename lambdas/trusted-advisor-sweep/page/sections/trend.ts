import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { lineChart, type Series } from '#lambdas/runtime/charts/line-chart.ts';
import { parseDecimal, roundDecimal } from '#lambdas/runtime/decimal.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatShortMoney } from '#lambdas/runtime/money.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { addDays, daysBetween } from '#lambdas/trusted-advisor-sweep/days.ts';
import { RED, YELLOW } from '#lambdas/trusted-advisor-sweep/page/level-colours.ts';
import { countCell, moneyCell } from '#lambdas/trusted-advisor-sweep/page/table-cells.ts';
import type { DayEntry } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

const ONE_DOLLAR = parseDecimal('1');

/** Red, yellow and savings day by day; days that were not published are gaps. */
export function trendSection({ history }: AdvisorSummary): Section | undefined {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || first === last) return undefined;
  const byDate = new Map(history.map((day) => [day.date, day]));
  const dates = Array.from({ length: daysBetween(first.date, last.date) + 1 }, (_, day) =>
    addDays(first.date, day),
  );
  const points = (valueOf: (day: DayEntry) => number) =>
    dates.map((date) => {
      const day = byDate.get(date);
      return day && valueOf(day);
    });
  const span = `from ${first.date} to ${last.date}; the figures are in the table below.`;
  const colours = chart(`Red and yellow items ${span}`, dates, (value) => value.toLocaleString('en-US'), [
    { name: 'Red', colour: RED, points: points(({ red }) => red) },
    { name: 'Yellow', colour: YELLOW, points: points(({ yellow }) => yellow), dashed: true },
  ]);
  const isAnySaved = history.some(({ savings }) => savings !== '0');
  const money = chart(`Estimated savings a month ${span}`, dates, dollars, [
    { name: 'Estimated savings a month', colour: PAGE_PAINT.above, points: points(dollarsOf), filled: true },
  ]);
  return {
    id: 'trend',
    title: 'Day by day',
    body: markup`${colours}${isAnySaved && money}<details><summary>Figures by day</summary>${tableOf(history)}</details>`,
  };
}

function chart(label: string, dates: string[], format: (value: number) => string, series: Series[]): Markup {
  const names = dates.map((date) => date.slice(5));
  return bothWidths((size) => lineChart({ ...size, label, paint: PAGE_PAINT, names, series, format }));
}

function tableOf(history: readonly DayEntry[]): Markup {
  return plainTable({
    caption: 'Items by day',
    of: 'days',
    heads: ['Day', 'Red', 'Yellow', 'Came', 'Recovered', 'Savings a month', 'Accounts read'],
    rows: history
      .toReversed()
      .map(
        ({ date, red, yellow, opened, recovered, savings, read }) =>
          markup`<tr><th scope="row">${date}</th>${countCell(red)}${countCell(yellow)}${countCell(opened)}${countCell(recovered)}${moneyCell(parseDecimal(savings))}${countCell(read)}</tr>`,
      ),
  });
}

/** Whole dollars: a line needs no cents. */
function dollarsOf({ savings }: DayEntry): number {
  return Number(roundDecimal(parseDecimal(savings), 0));
}

function dollars(value: number): string {
  return formatShortMoney((BigInt(Math.round(value * 100)) * ONE_DOLLAR) / 100n, 'USD');
}
