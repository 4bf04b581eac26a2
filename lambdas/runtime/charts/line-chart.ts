import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { at, drawPath } from '#lambdas/runtime/charts/draw.ts';
import { drawLegend } from '#lambdas/runtime/charts/legend.ts';
import { drawNames } from '#lambdas/runtime/charts/name-axis.ts';
import { type Chart, drawChart } from '#lambdas/runtime/charts/plot.ts';
import { drawValueAxis, type FormatValue, valueScale } from '#lambdas/runtime/charts/value-scale.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

export type Series = {
  name: string;
  colour: string;
  /** One for each name of the axis, or fewer; absent: a gap. */
  points: readonly (number | undefined)[];
  dashed?: boolean;
  /** Filled down to the axis. */
  filled?: boolean;
};

export type LineChart = Chart & { names: readonly string[]; series: readonly Series[]; format: FormatValue };

/** Lines over time; where a value is missing a line has a gap, never a guess. */
export function lineChart(chart: LineChart): Markup {
  const { names, series, paint } = chart;
  const values = series.flatMap(({ points }) => points.map((point) => point ?? 0));
  const { y, plot } = valueScale(values, chart, { above: 2.4 });
  const x = scaleLinear([0, Math.max(1, names.length - 1)], [plot.left + 8, plot.right - 8]);
  const across = (_: unknown, index: number) => at(x(index));
  const isThere = (point: number | undefined) => point !== undefined;
  const up = (point: number | undefined) => at(y(point ?? 0));

  const drawSeries = ({ points, colour, dashed, filled }: Series) => {
    const shape = line<number | undefined>().defined(isThere).x(across).y(up)([...points]) ?? '';
    const below =
      filled &&
      area<number | undefined>()
        .defined(isThere)
        .x(across)
        .y1(up)
        .y0(at(y(0)))([...points]);
    const ground = below ? markup`<path d="${below}" fill="${colour}" fill-opacity="0.15"/>` : undefined;
    return markup`${ground}${drawPath(shape, { colour, dashed: dashed ?? false })}${points.length === 1 && drawDot(points[0], colour)}`;
  };
  const drawDot = (point: number | undefined, colour: string) =>
    point !== undefined && markup`<circle cx="${at(x(0))}" cy="${up(point)}" r="3" fill="${colour}"/>`;

  const legend = series.map(
    ({ name, colour, dashed }) => ({ name, colour, shape: dashed ? 'dashed-line' : 'line' }) as const,
  );
  return drawChart(
    chart,
    markup`${drawLegend({ ...chart, legend }, plot)}${drawValueAxis(y, plot, chart)}${series.map(drawSeries)}${drawNames(names, (index) => x(index), { plot, paint })}`,
  );
}
