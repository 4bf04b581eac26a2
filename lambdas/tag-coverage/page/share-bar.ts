import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { tenthsOf } from '#lambdas/tag-coverage/judge/percent-text.ts';

/** A share as a bar; the words beside it say the same, so readers of screens are not told of it. */
export function shareBar(part: number, whole: number): Markup {
  const width = tenthsOf(part, whole) ?? 0;
  const full = markup`<rect width="1000" height="12" fill="var(--chart-grid)"/>`;
  const own = width > 0 && markup`<rect width="${width}" height="12" fill="var(--chart-above)"/>`;
  return markup`<svg viewBox="0 0 1000 12" preserveAspectRatio="none" width="120" height="12" aria-hidden="true" focusable="false">${full}${own}</svg>`;
}
