import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { RED, YELLOW } from '#lambdas/trusted-advisor-sweep/page/level-colours.ts';

const FULL = 100;

/** How much of a limit is used as a bar; the words beside it say the same, so readers of screens are not told of it. */
export function limitBar(percent: number): Markup {
  const width = Math.max(0, Math.min(percent, FULL)) * 10;
  const colour = percent >= FULL ? RED : YELLOW;
  const full = markup`<rect width="1000" height="12" fill="var(--chart-grid)"/>`;
  const own = width > 0 && markup`<rect width="${width}" height="12" fill="${colour}"/>`;
  return markup`<svg viewBox="0 0 1000 12" preserveAspectRatio="none" width="120" height="12" aria-hidden="true" focusable="false">${full}${own}</svg>`;
}
