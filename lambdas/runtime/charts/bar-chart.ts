import { scaleBand } from 'd3-scale';
import { line } from 'd3-shape';
import { at, drawPath, drawText } from '#lambdas/runtime/charts/draw.ts';
import { drawLegend, type LegendItem, LIGHT } from '#lambdas/runtime/charts/legend.ts';
import { drawNames } from '#lambdas/runtime/charts/name-axis.ts';
import { type Chart, drawChart } from '#lambdas/runtime/charts/plot.ts';
import { drawValueAxis, type FormatValue, valueScale } from '#lambdas/runtime/charts/value-scale.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

export type Bar = {
  /** What stands below it, where there is room. */
  name: string;
  /** From the axis upwards, or downwards where it is negative. Absent: there is no value, and a gap. */
  above?: number;
  /** From the axis downwards, a negative number. */
  below?: number;
  /** A point of the line over the bars. */
  line?: number;
  /** It may still change. */
  light?: boolean;
  /** A part of the chart begins with it and bears this name: a month. */
  begins?: string;
  /** What a pointer that rests on it is told. */
  tip: string;
};

export type BarChart = Chart & { bars: readonly Bar[]; legend: readonly LegendItem[]; format: FormatValue };

/** Bars over time, with what is taken off below the axis. */
export function barChart(chart: BarChart): Markup {
  const { bars, paint, fontSize } = chart;
  const values = bars.flatMap((bar) => [bar.above ?? 0, bar.below ?? 0, bar.line ?? 0]);
  const hasParts = bars.some(({ begins }) => begins);
  const { y, plot } = valueScale(values, chart, { above: hasParts ? 4 : 2.4 });
  const x = scaleBand<number>(bars.keys(), [plot.left, plot.right]).paddingInner(0.22).paddingOuter(0.11);
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;

  const drawPart = (index: number, value: number | undefined, colour: string, light?: boolean) => {
    if (!value) return undefined;
    const [top, bottom] = value > 0 ? [y(value), y(0)] : [y(0), y(value)];
    const place = markup`x="${at(x(index) ?? 0)}" y="${at(top)}" width="${at(x.bandwidth())}" height="${at(Math.max(bottom - top, 0.5))}"`;
    return markup`<rect ${place} fill="${colour}" stroke="${colour}"${light && LIGHT}/>`;
  };
  const drawBar = ({ tip, above, below, light }: Bar, index: number) =>
    markup`<g><title>${tip}</title>${drawPart(index, above, paint.above, light)}${drawPart(index, below, paint.below, light)}</g>`;

  const drawBegin = ({ begins }: Bar, index: number) => {
    if (!begins) return undefined;
    const left = at(middle(index) - x.step() / 2);
    const mark =
      index > 0 &&
      markup`<line x1="${left}" x2="${left}" y1="${plot.top - fontSize * 1.5}" y2="${plot.bottom}" stroke="${paint.quiet}" stroke-dasharray="2 3"/>`;
    return markup`${mark}${drawText(begins, { x: left + 5, y: plot.top - fontSize * 0.6, fill: paint.quiet, size: fontSize })}`;
  };
  const drawLine = () => {
    const path = line<Bar>()
      .defined((bar) => bar.line !== undefined)
      .x((_, index) => at(middle(index)))
      .y((bar) => at(y(bar.line ?? 0)));
    const shape = bars.some((bar) => bar.line !== undefined) && path([...bars]);
    return shape ? drawPath(shape, { colour: paint.line, halo: paint.ground }) : undefined;
  };

  return drawChart(
    chart,
    markup`${drawLegend(chart, plot)}${drawValueAxis(y, plot, chart)}${bars.map(drawBar)}${bars.map(drawBegin)}${drawNames(
      bars.map(({ name }) => name),
      middle,
      { plot, paint },
    )}${drawLine()}`,
  );
}
