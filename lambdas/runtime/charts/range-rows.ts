import { scaleLog } from 'd3-scale';
import { at, drawText, textWidth } from '#lambdas/runtime/charts/draw.ts';
import { type Chart, drawChart } from '#lambdas/runtime/charts/plot.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** Positive values; less than the first tick is drawn there. `mark`: what it is held against. */
type RangeRow = { name: string; low: number; middle: number; high: number; mark?: number };
export type RangeRows = Omit<Chart, 'height'> & {
  rows: readonly RangeRow[];
  /** Values that the axis names, ascending; those within the rows are drawn. */
  ticks: readonly number[];
  format: (value: number) => string;
  names: { range: string; middle: string; mark: string };
};

/** Where values lie, a row each, on a scale by powers: from `low` to `high` a bar, with its middle, and a mark across. */
export function rangeRows(chart: RangeRows): Markup {
  const { rows, ticks, width, paint, fontSize } = chart;
  const values = rows.flatMap(({ low, high, mark }) => [low, high, mark ?? low]);
  const from = ticks.findLast((tick) => tick <= Math.min(...values)) ?? ticks[0] ?? 1;
  const to =
    ticks.find((tick) => tick >= Math.max(...values) && tick > from) ?? Math.max(from * 10, ...values);
  const x = scaleLog([from, to], [fontSize, width - fontSize * 2.5]).clamp(true);
  const top = fontSize * 2.6;
  const rowHeight = fontSize * 3.2;
  const bottom = top + rows.length * rowHeight;

  const drawRow = ({ name, low, middle, high, mark }: RangeRow, index: number) => {
    const y = top + index * rowHeight + fontSize * 1.2;
    const line = y + fontSize * 1.1;
    const bar = markup`<line x1="${at(x(low))}" x2="${at(Math.max(x(high), x(low) + 2))}" y1="${at(line)}" y2="${at(line)}" stroke="${paint.above}" stroke-width="6" stroke-opacity="0.45"/>`;
    const dot = markup`<circle cx="${at(x(middle))}" cy="${at(line)}" r="5" fill="${paint.above}" stroke="${paint.ground}"/>`;
    const across =
      mark !== undefined &&
      markup`<line x1="${at(x(mark))}" x2="${at(x(mark))}" y1="${at(line - fontSize * 0.8)}" y2="${at(line + fontSize * 0.8)}" stroke="${paint.below}" stroke-width="3"/>`;
    return markup`${drawText(name, { x: 2, y, fill: paint.text, size: fontSize })}${bar}${dot}${across}`;
  };
  return drawChart(
    { ...chart, height: Math.ceil(bottom + fontSize * 2) },
    markup`${drawNames(chart)}${drawTicks(chart, x, { from, to, top, bottom })}${rows.map(drawRow)}`,
  );
}

function drawTicks(
  { ticks, format, paint, fontSize, width }: RangeRows,
  x: (value: number) => number,
  { from, to, top, bottom }: { from: number; to: number; top: number; bottom: number },
): Markup {
  let end = Number.NEGATIVE_INFINITY;
  return markup`${ticks
    .filter((tick) => tick >= from && tick <= to)
    .map((tick) => {
      const text = format(tick);
      const half = textWidth(text, fontSize) / 2;
      const middle = Math.min(Math.max(x(tick), half), width - half);
      const hasRoom = middle - half > end + fontSize / 2;
      if (hasRoom) end = middle + half;
      const label =
        hasRoom &&
        drawText(text, {
          x: middle,
          y: bottom + fontSize * 1.4,
          fill: paint.quiet,
          size: fontSize,
          anchor: 'middle',
        });
      return markup`<line x1="${at(x(tick))}" x2="${at(x(tick))}" y1="${at(top)}" y2="${at(bottom)}" stroke="${paint.grid}"/>${label}`;
    })}`;
}

/** What bar, dot and mark are. */
function drawNames({ names, paint, fontSize }: RangeRows): Markup {
  const y = fontSize * 1.1;
  const middle = y - fontSize * 0.35;
  let left = 2;
  const item = (sample: (x: number) => Markup, name: string) => {
    const start = left;
    const text = start + fontSize * 2;
    left = text + textWidth(name, fontSize) + fontSize;
    return markup`${sample(start)}${drawText(name, { x: text, y, fill: paint.text, size: fontSize })}`;
  };
  return markup`${[
    item(
      (x) =>
        markup`<line x1="${at(x)}" x2="${at(x + fontSize * 1.6)}" y1="${at(middle)}" y2="${at(middle)}" stroke="${paint.above}" stroke-width="6" stroke-opacity="0.45"/>`,
      names.range,
    ),
    item(
      (x) => markup`<circle cx="${at(x + fontSize)}" cy="${at(middle)}" r="5" fill="${paint.above}"/>`,
      names.middle,
    ),
    item(
      (x) =>
        markup`<line x1="${at(x + fontSize)}" x2="${at(x + fontSize)}" y1="${at(middle - fontSize * 0.7)}" y2="${at(middle + fontSize * 0.7)}" stroke="${paint.below}" stroke-width="3"/>`,
      names.mark,
    ),
  ]}`;
}
