import { scaleLinear } from 'd3-scale';
import { at, drawText, textWidth } from '#lambdas/runtime/charts/draw.ts';
import { type Chart, drawChart } from '#lambdas/runtime/charts/plot.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** `text`: the value in words. */
export type HorizontalBar = { name: string; value: number; text: string };
export type HorizontalBars = Omit<Chart, 'height'> & { bars: readonly HorizontalBar[] };

/** Bars to the right of an axis, or to its left where they are negative; each below its name and beside its value. */
export function horizontalBars(chart: HorizontalBars): Markup {
  const { bars, width, paint, fontSize } = chart;
  const rowHeight = Math.round(fontSize * 3);
  const values = bars.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(0, ...bars.map(({ text }) => textWidth(text, fontSize))) + fontSize;
  const x = scaleLinear([low, low === high ? 1 : high], [2, width - room]);

  const drawRow = ({ name, value, text }: HorizontalBar, index: number) => {
    const y = index * rowHeight + fontSize * 1.1;
    const [left, right] = value < 0 ? [x(value), x(0)] : [x(0), x(value)];
    const place = markup`x="${at(left)}" y="${at(y + fontSize * 0.45)}" width="${at(Math.max(right - left, 0.5))}" height="${at(fontSize * 0.9)}"`;
    const colour = value < 0 ? paint.below : paint.above;
    const words = { fill: paint.text, size: fontSize };
    return markup`${drawText(cutText(name, width, fontSize), { x: 2, y, ...words })}<rect ${place} fill="${colour}"/>${drawText(text, { x: width - 2, y: y + fontSize * 1.25, anchor: 'end', ...words })}`;
  };

  const height = bars.length * rowHeight;
  const axis =
    low < 0 && markup`<line x1="${at(x(0))}" x2="${at(x(0))}" y1="0" y2="${height}" stroke="${paint.grid}"/>`;
  return drawChart({ ...chart, height }, markup`${axis}${bars.map(drawRow)}`);
}

const SIGNS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text as has room, cut between what people see as one sign. */
function cutText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let cut = '';
  for (const { segment } of SIGNS.segment(text)) {
    if (textWidth(`${cut}${segment}…`, fontSize) > width) break;
    cut += segment;
  }
  return `${cut}…`;
}
