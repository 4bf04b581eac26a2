import type { ChartPaint } from '#lambdas/runtime/charts/chart-paint.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** What each chart is told: its size in pixels, what it says in words for those who cannot see it, its colours. */
export type Chart = { width: number; height: number; label: string; paint: ChartPaint; fontSize: number };

/** Where the values are drawn, in pixels. */
export type Plot = { left: number; right: number; top: number; bottom: number; fontSize: number };

/** What axes and legend leave of a chart. */
export function plotOf(
  { width, height, fontSize }: Chart,
  { left, top }: { left: number; top: number },
): Plot {
  return { left, right: width - 4, top, bottom: height - fontSize * 2, fontSize };
}

/** A whole picture. It stands for an image with a text alternative: readers of screens get the label alone. */
export function drawChart({ width, height, label, paint }: Chart, body: Markup): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}" font-family="${paint.font}">${body}</svg>`;
}
