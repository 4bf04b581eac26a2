import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { limitBar } from '#lambdas/trusted-advisor-sweep/page/limit-bar.ts';
import { listNote } from '#lambdas/trusted-advisor-sweep/page/list-note.ts';
import { accountCell, itemCell, regionCell } from '#lambdas/trusted-advisor-sweep/page/table-cells.ts';

const FIRST_ROWS = 20;

/** Service limits that are nearly used up, the fullest first. Each percentage is rounded down. */
export function limitsSection({ limits }: AdvisorSummary): Section | undefined {
  if (limits.count === 0) return undefined;
  const rows = limits.first.map((limit) => {
    const { used = '', amount = '', percent = 0 } = limitUseOf(limit.item.fields) ?? {};
    return markup`<tr>${itemCell(limit)}${accountCell(limit)}${regionCell(limit)}<td class="n"><bdi>${used}</bdi></td><td class="n"><bdi>${amount}</bdi></td><td class="n" data-v="${percent}">${percent}%${limitBar(percent)}</td></tr>`;
  });
  const table = foldedTable({
    caption: 'Service limits, the fullest first',
    of: 'limits',
    heads: ['Limit', 'Account', 'Region', 'In use', 'Limit is', 'Used'],
    words: 3,
    rows,
    first: FIRST_ROWS,
  });
  return { id: 'limits', title: 'Service limits', body: markup`${table}${listNote(limits)}` };
}
