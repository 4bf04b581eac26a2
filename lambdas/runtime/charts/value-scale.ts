import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { at, drawText, textWidth } from '#lambdas/runtime/charts/draw.ts';
import { type Chart, type Plot, plotOf } from '#lambdas/runtime/charts/plot.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** From values to pixels, zero included. */
export type ValueScale = ScaleLinear<number, number>;
/** A value as the axis says it: short. */
export type FormatValue = (value: number) => string;

const TICKS = 4;
/** Far below any amount of money; numbers near the end of what a float can hold have no ticks. */
const SMALLEST = 1e-100;

/** The scale of these values, and the room that is left beside what it says; `above`: in lines of text. */
export function valueScale(
  values: readonly number[],
  chart: Chart & { format: FormatValue },
  { above }: { above: number },
): { y: ValueScale; plot: Plot } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = scaleLinear()
    .domain(high - low < SMALLEST ? [0, 1] : [low, high])
    .nice(TICKS);
  const widths = y.ticks(TICKS).map((tick) => textWidth(chart.format(tick), chart.fontSize));
  const plot = plotOf(chart, { left: Math.ceil(Math.max(...widths)) + 10, top: chart.fontSize * above });
  return { y: y.range([plot.bottom, plot.top]), plot };
}

/** The lines of the scale with their values; zero is drawn stronger. */
export function drawValueAxis(
  y: ValueScale,
  plot: Plot,
  { paint, format }: Chart & { format: FormatValue },
): Markup {
  return markup`${y.ticks(TICKS).map((value) => {
    const height = at(y(value));
    const stroke = value === 0 ? paint.quiet : paint.grid;
    const words = {
      x: plot.left - 6,
      y: height + 4,
      fill: paint.quiet,
      anchor: 'end',
      size: plot.fontSize,
    } as const;
    return markup`<line x1="${plot.left}" x2="${plot.right}" y1="${height}" y2="${height}" stroke="${stroke}"/>${drawText(format(value), words)}`;
  })}`;
}
