import { changeCells, moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { Change, Changes, PageData, Sum } from '#lambdas/cost-reports/page/page-data.ts';
import { isComparable, windowLabels } from '#lambdas/cost-reports/page/window-labels.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';

/** `of`: what the rows are, in the plural. `nameOf`: the heading of a row. `first`: so many are not folded. */
export type ChangesTable = {
  caption: string;
  of: string;
  head: string;
  nameOf: (row: Change) => Markup;
  first: number;
};

/** A report against the month before: gross, credits, net, and how much net moved. Its last row is their sum. */
export function changesTable(data: PageData, changes: Changes, table: ChangesTable): Markup {
  const { currency, month, partial } = data;
  const { current, previous } = windowLabels(month, changes, partial);
  const against = changes.hasPrevious;
  const moves = against && isComparable(changes, partial);
  const figures = (now: Sum | undefined, before: Sum | undefined) => {
    const moved = moves && changeCells(now?.net, before?.net, currency);
    return markup`${moneyCell(now?.net, currency)}${against && moneyCell(before?.net, currency)}${moved}${moneyCell(now?.charges, currency)}${moneyCell(now?.credits, currency)}`;
  };
  const sums = totalOf(changes.rows);
  return foldedTable({
    ...table,
    caption: `${table.caption}, ${current}${moves ? ` against ${previous}` : ''}`,
    heads: [
      table.head,
      'Net',
      ...(against ? [`Net, ${previous}`] : []),
      ...(moves ? ['Change', 'Change in %'] : []),
      'Gross',
      'Credits and refunds',
    ],
    rows: changes.rows.map(
      (row) =>
        markup`<tr><th scope="row">${table.nameOf(row)}</th>${figures(row.current, row.previous)}</tr>`,
    ),
    foot: markup`<tr><th scope="row">All ${table.of}</th>${figures(sums.current, sums.previous)}</tr>`,
  });
}

/** All rows together. */
export function totalOf(rows: readonly Change[]): { current: Sum; previous: Sum } {
  const add = (side: 'current' | 'previous') =>
    rows.reduce<Sum>(
      (sum, row) => ({
        charges: sum.charges + (row[side]?.charges ?? 0n),
        credits: sum.credits + (row[side]?.credits ?? 0n),
        net: sum.net + (row[side]?.net ?? 0n),
      }),
      { charges: 0n, credits: 0n, net: 0n },
    );
  return { current: add('current'), previous: add('previous') };
}
