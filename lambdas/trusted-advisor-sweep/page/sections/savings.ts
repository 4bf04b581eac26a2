import { markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { itemSavings } from '#lambdas/trusted-advisor-sweep/count/item-savings.ts';
import { listNote } from '#lambdas/trusted-advisor-sweep/page/list-note.ts';
import {
  accountCell,
  itemCell,
  moneyCell,
  regionCell,
} from '#lambdas/trusted-advisor-sweep/page/table-cells.ts';

const FIRST_ROWS = 20;

/** What could be saved, the most first. */
export function savingsSection({ savings }: AdvisorSummary): Section | undefined {
  if (savings.count === 0) return undefined;
  const table = foldedTable({
    caption: 'Estimated savings, the most first',
    of: 'items',
    heads: ['Item', 'Check', 'Account', 'Region', 'Savings a month'],
    words: 4,
    rows: savings.first.map(
      (saving) =>
        markup`<tr>${itemCell(saving)}<td><bdi>${saving.check.name}</bdi></td>${accountCell(saving)}${regionCell(saving)}${moneyCell(itemSavings(saving) ?? 0n)}</tr>`,
    ),
    first: FIRST_ROWS,
  });
  return { id: 'savings', title: 'Savings', body: markup`${table}${listNote(savings)}` };
}
