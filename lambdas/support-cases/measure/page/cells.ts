import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { spanOf } from '#lambdas/runtime/span.ts';
import type { Measures } from '#lambdas/support-cases/measure/measures.ts';

const MINUTE_MS = 60_000;

/** Sorted below all that is known. */
export const UNKNOWN_CELL = markup`<td class="n" data-v="-1">–</td>`;

/** A count, sorted as a number. */
export function countCell(count: number): Markup {
  return markup`<td class="n" data-v="${count}">${count.toLocaleString('en-US')}</td>`;
}

/** A length of time in whole minutes, sorted as a number; a dash where there is none. */
export function minutesCell(minutes: number | undefined): Markup {
  if (minutes === undefined) return UNKNOWN_CELL;
  return markup`<td class="n" data-v="${minutes}">${minutesText(minutes)}</td>`;
}

/** How many of those with a target were answered in time: `12 of 14`. */
export function onTimeCell({ onTime, late }: Pick<Measures, 'onTime' | 'late'>): Markup {
  const all = onTime + late;
  if (all === 0) return UNKNOWN_CELL;
  return markup`<td class="n" data-v="${onTime / all}">${onTime.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}</td>`;
}

/** `3 h 5 min`; `0 min` of what took less than one. */
export function minutesText(minutes: number): string {
  return minutes < 1 ? '0 min' : spanOf(minutes * MINUTE_MS);
}
