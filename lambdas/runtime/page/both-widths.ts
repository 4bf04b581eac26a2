import { type Markup, markup } from '#lambdas/runtime/markup.ts';

export type ChartSize = { width: number; height: number; fontSize: number };

const WIDE: ChartSize = { width: 920, height: 280, fontSize: 12 };
const NARROW: ChartSize = { width: 330, height: 230, fontSize: 11 };

/** A chart for screens and one for phones, where the text of the other would be too small. The style shows one of them. */
export function bothWidths(draw: (size: ChartSize) => Markup, wide: Partial<ChartSize> = {}): Markup {
  return markup`<div class="wide">${draw({ ...WIDE, ...wide })}</div><div class="narrow">${draw(NARROW)}</div>`;
}
