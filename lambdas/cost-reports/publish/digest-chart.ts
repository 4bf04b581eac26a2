import { basisName } from '#lambdas/cost-reports/basis-name.ts';
import type { CostSummary } from '#lambdas/cost-reports/cost-summary.ts';
import { monthName } from '#lambdas/cost-reports/month-name.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';
import { forChart, fromChart } from '#lambdas/cost-reports/publish/for-chart.ts';
import { type Bar, barChart } from '#lambdas/runtime/charts/bar-chart.ts';
import { PICTURE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { drawText } from '#lambdas/runtime/charts/draw.ts';
import { drawChart } from '#lambdas/runtime/charts/plot.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { formatMoney, formatShortMoney } from '#lambdas/runtime/money.ts';

const SIZE = { width: 1000, height: 420 };
const MARGIN = { x: 28, top: 72, bottom: 20 };

/** A picture for the digest, as SVG: what each day of two months cost, with credits below the axis. */
export function digestChart(summary: CostSummary): string {
  const { currency, basis, days } = summary;
  const paint = PICTURE_PAINT;
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const months = [...new Set(days.map(({ day }) => monthName(day)))].join(' and ');
  const title = first ? `Costs by day, ${months}` : 'No costs by day yet';
  const about = `${basisName(basis)} costs in ${currency}, UTC days, as AWS had them on ${summary.fetchedAt.slice(0, 10)}`;

  const chart = barChart({
    width: SIZE.width - 2 * MARGIN.x,
    height: SIZE.height - MARGIN.top - MARGIN.bottom,
    label: title,
    paint,
    fontSize: 14,
    bars: first && last ? toBars(summary, first, last) : [],
    legend: [
      { name: 'Gross', colour: paint.above, shape: 'bar' },
      { name: 'Credits and refunds', colour: paint.below, shape: 'bar' },
      { name: 'Estimated, may still change', colour: paint.above, shape: 'light-bar' },
    ],
    format: (value) => formatShortMoney(fromChart(value), currency),
  });
  const body = markup`<rect width="${SIZE.width}" height="${SIZE.height}" fill="${paint.ground}"/>${drawText(
    title,
    { x: MARGIN.x, y: 34, fill: paint.text, size: 20, weight: 600 },
  )}${drawText(about, { x: MARGIN.x, y: 56, fill: paint.quiet, size: 14 })}<g transform="translate(${MARGIN.x} ${MARGIN.top})">${chart}</g>`;
  return drawChart({ ...SIZE, label: title, paint, fontSize: 14 }, body).markup;
}

/** A bar for each day from the first to the last; a day without costs has none. */
function toBars({ days, currency }: CostSummary, first: string, last: string): Bar[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const bars: Bar[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const found = known.get(day);
    const begins = bars.length === 0 || day.endsWith('-01') ? { begins: monthName(day) } : {};
    const name = String(Number(day.slice(8)));
    if (!found) bars.push({ name, tip: `${day}: no costs`, ...begins });
    else {
      const { gross, credits, refunds, net } = found.measures;
      bars.push({
        name,
        above: forChart(gross),
        below: forChart(credits + refunds),
        light: found.estimated,
        tip: `${day}: ${formatMoney(net, currency)} net`,
        ...begins,
      });
    }
  }
  return bars;
}
