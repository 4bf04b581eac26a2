import type { ChartPaint } from '#lambdas/runtime/charts/chart-paint.ts';
import { drawText, textWidth } from '#lambdas/runtime/charts/draw.ts';
import type { Plot } from '#lambdas/runtime/charts/plot.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** Names below their places: where they would touch, every second or every nth, and always the last. */
export function drawNames(
  names: readonly string[],
  place: (index: number) => number,
  { plot, paint }: { plot: Plot; paint: ChartPaint },
): Markup {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, plot.fontSize)));
  const step = (place(names.length - 1) - place(0)) / Math.max(1, names.length - 1);
  const last = names.at(-1) ?? '';
  // The last is moved inwards where it would stand out, and comes nearer to the one before it.
  const moved = Math.max(0, place(names.length - 1) + textWidth(last, plot.fontSize) / 2 - plot.right);
  const every = Math.max(1, Math.ceil((widest + 6 + moved) / Math.max(step, 1)));
  return markup`${names.map(
    (name, index) =>
      (names.length - 1 - index) % every === 0 &&
      drawText(name, {
        x: Math.min(place(index), plot.right - textWidth(name, plot.fontSize) / 2),
        y: plot.bottom + plot.fontSize * 1.4,
        fill: paint.quiet,
        anchor: 'middle',
        size: plot.fontSize,
      }),
  )}`;
}
