import { categoryName } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { countCell, moneyCell } from '#lambdas/trusted-advisor-sweep/page/table-cells.ts';

/** What is flagged by category, security first. */
export function categoriesSection({ categories, total }: AdvisorSummary): Section | undefined {
  if (categories.length === 0) return undefined;
  const table = plainTable({
    caption: 'Flagged items by category',
    of: 'categories',
    heads: ['Category', 'Red', 'Yellow', 'Information', 'Muted', 'Savings a month'],
    rows: categories.map(
      ({ category, count }) =>
        markup`<tr><th scope="row">${categoryName(category)}</th>${countCell(count.red)}${countCell(count.yellow)}${countCell(count.info)}${countCell(count.muted)}${moneyCell(count.savings)}</tr>`,
    ),
    foot: markup`<tr><th scope="row">All</th>${countCell(total.red)}${countCell(total.yellow)}${countCell(total.info)}${countCell(total.muted)}${moneyCell(total.savings)}</tr>`,
  });
  return { id: 'categories', title: 'Categories', body: table };
}
