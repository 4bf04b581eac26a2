import { markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import { MEASURE_HEADS, measureCells } from '#lambdas/support-cases/measure/page/measure-cells.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';

const FIRST_ROWS = 15;

/** Cases by what they are about, most first. */
export function servicesSection({ services, total }: SupportSummary): Section | undefined {
  if (services.length === 0) return undefined;
  const body = foldedTable({
    caption: 'Cases by service, most first',
    of: 'services',
    heads: ['Service', ...MEASURE_HEADS],
    rows: services.map(
      ({ word, measures }) =>
        markup`<tr><th scope="row"><bdi>${word || '(none)'}</bdi></th>${measureCells(measures)}</tr>`,
    ),
    foot: markup`<tr><th scope="row">All</th>${measureCells(total)}</tr>`,
    first: FIRST_ROWS,
  });
  return { id: 'services', title: 'Services', body };
}
