import { markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import { MEASURE_HEADS, measureCells } from '#lambdas/support-cases/measure/page/measure-cells.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';

const FIRST_ROWS = 20;

/** Each account, those with most cases first. */
export function accountsSection({ accounts, total }: SupportSummary): Section {
  const sorted = accounts.toSorted(
    (one, other) => (other.measures?.cases ?? -1) - (one.measures?.cases ?? -1),
  );
  const body = foldedTable({
    caption: 'Cases by account, most first',
    of: 'accounts',
    heads: ['Account', ...MEASURE_HEADS],
    rows: sorted.map(
      ({ account, measures }) =>
        markup`<tr><th scope="row">${accountName(account.id, account.name)}</th>${measureCells(measures)}</tr>`,
    ),
    foot: markup`<tr><th scope="row">All</th>${measureCells(total)}</tr>`,
    first: FIRST_ROWS,
  });
  return { id: 'accounts', title: 'Accounts', body };
}
