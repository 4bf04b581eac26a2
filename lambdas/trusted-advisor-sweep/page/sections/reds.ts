import { categoryName } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { listNote } from '#lambdas/trusted-advisor-sweep/page/list-note.ts';
import { accountCell, itemCell, regionCell } from '#lambdas/trusted-advisor-sweep/page/table-cells.ts';

const FIRST_ROWS = 20;

/** What is red and not muted, security first. */
export function redsSection({ reds, accounts }: AdvisorSummary): Section | undefined {
  if (reds.count === 0) {
    if (accounts.every(({ count }) => !count)) return undefined;
    return { id: 'reds', title: 'Red', body: markup`<p>Nothing is red, but for what is muted.</p>` };
  }
  const table = foldedTable({
    caption: 'Red items, security first',
    of: 'red items',
    heads: ['Item', 'Check', 'Category', 'Account', 'Region', 'First seen'],
    words: 6,
    rows: reds.first.map(
      (red) =>
        markup`<tr>${itemCell(red)}<td><bdi>${red.check.name}</bdi></td><td>${categoryName(red.check.category)}</td>${accountCell(red)}${regionCell(red)}<td>${red.firstSeen}</td></tr>`,
    ),
    first: FIRST_ROWS,
  });
  return { id: 'reds', title: 'Red', body: markup`${table}${listNote(reds)}` };
}
