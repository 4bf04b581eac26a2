import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import { type KeyCount, lackingOf, resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { countText, percentText, tenthsOf } from '#lambdas/tag-coverage/judge/percent-text.ts';
import { shareBar } from '#lambdas/tag-coverage/page/share-bar.ts';

export type ShareTable = {
  caption: string;
  /** What the rows are, in the plural. */
  of: string;
  head: string;
  rows: readonly { name: Markup; count: KeyCount }[];
};

const FIRST_ROWS = 20;

/** How much of each is covered: a bar, the share, and the counts that it is made of. */
export function shareTable({ rows, ...table }: ShareTable): Markup {
  return foldedTable({
    ...table,
    heads: [table.head, 'Covered', 'Resources', 'Lack something', 'Exempt'],
    rows: rows.map(({ name, count }) => {
      const resources = resourcesOf(count);
      return markup`<tr><th scope="row">${name}</th>${shareCell(count.compliant, resources)}${countCell(resources)}${countCell(lackingOf(count))}${countCell(count.exempt)}</tr>`;
    }),
    first: FIRST_ROWS,
  });
}

/** The share in words, with its bar below. */
export function shareCell(part: number, whole: number): Markup {
  return markup`<td class="n" data-v="${tenthsOf(part, whole) ?? -1}">${percentText(part, whole)}${shareBar(part, whole)}</td>`;
}

export function countCell(count: number): Markup {
  return markup`<td class="n" data-v="${count}">${countText(count)}</td>`;
}
