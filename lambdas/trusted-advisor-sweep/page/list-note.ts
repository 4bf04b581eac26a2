import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import type { FirstOf } from '#lambdas/trusted-advisor-sweep/count/first-of.ts';
import { countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';

/** Says that a list is not all; undefined where it is. */
export function listNote({ first, count }: FirstOf<unknown>): Markup | undefined {
  if (first.length === count) return undefined;
  return markup`<p class="quiet">These are the first ${countText(first.length)} of ${countText(count)}. The CSV export of this report has all.</p>`;
}
