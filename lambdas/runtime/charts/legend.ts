import { at, drawText, textWidth } from '#lambdas/runtime/charts/draw.ts';
import type { Chart, Plot } from '#lambdas/runtime/charts/plot.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

export type LegendItem = {
  name: string;
  colour: string;
  shape: 'bar' | 'light-bar' | 'line' | 'dashed-line';
};

/** What may still change is lighter, within an outline of full strength. */
export const LIGHT: Markup = markup` fill-opacity="0.3"`;

/** The names of what is drawn, in one row above the plot. */
export function drawLegend(
  { legend, paint, fontSize }: Chart & { legend: readonly LegendItem[] },
  { left }: Plot,
): Markup {
  let x = left;
  return markup`${legend.map((item) => {
    const start = x;
    const textStart = start + fontSize * 1.6;
    x = textStart + textWidth(item.name, fontSize) + fontSize;
    return markup`${drawSample(item, start, fontSize)}${drawText(item.name, { x: textStart, y: fontSize * 1.1, fill: paint.text, size: fontSize })}`;
  })}`;
}

function drawSample({ shape, colour }: LegendItem, left: number, size: number): Markup {
  if (shape === 'line' || shape === 'dashed-line') {
    const dashes = shape === 'dashed-line' && markup` stroke-dasharray="4 3"`;
    const y = at(size * 0.75);
    return markup`<line x1="${at(left)}" x2="${at(left + size * 1.25)}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"${dashes}/>`;
  }
  return markup`<rect x="${at(left + 1)}" y="${at(size * 0.3)}" width="${size}" height="${at(size * 0.85)}" fill="${colour}" stroke="${colour}"${shape === 'light-bar' && LIGHT}/>`;
}
