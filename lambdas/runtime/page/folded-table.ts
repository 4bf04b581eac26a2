import { type Markup, markup } from '#lambdas/runtime/markup.ts';

export type FoldedTable = {
  caption: string;
  /** What the rows are, in the plural: `accounts`. */
  of: string;
  heads: readonly string[];
  /** So many of the first columns are words, which begin at the left. */
  words?: number;
  rows: readonly Markup[];
  foot?: Markup;
  /** So many rows are always seen. */
  first: number;
};

/** A few rows more are no reason to fold. */
const TOLERANCE = 5;
/** From so many rows on people would rather search than read. */
const SEARCHED = 25;

/** A table; where it is long its first rows, with all of them below in a part that opens and can be searched. */
export function foldedTable({ first, ...table }: FoldedTable): Markup {
  const { caption, of, rows } = table;
  if (rows.length <= first + TOLERANCE) return plainTable(table);
  const count = rows.length.toLocaleString('en-US');
  return markup`${plainTable({ ...table, caption: `${caption}: the first ${first} of ${count}`, rows: rows.slice(0, first) })}
<details><summary>All ${count} ${of}</summary>
${plainTable({ ...table, caption: `${caption}: all ${count}` })}
</details>
<p class="in-print">The other ${(rows.length - first).toLocaleString('en-US')} ${of} are in the CSV export of this report.</p>`;
}

/** A table that scrolls within itself where it is wider than the page. */
export function plainTable({
  caption,
  of,
  heads,
  words = 1,
  rows,
  foot,
}: Omit<FoldedTable, 'first'>): Markup {
  const columns = heads.map(
    (head, index) => markup`<th scope="col"${index >= words && markup` class="n"`}>${head}</th>`,
  );
  const search =
    rows.length >= SEARCHED &&
    markup`<p class="search" hidden><label>Find among ${rows.length.toLocaleString('en-US')} ${of} <input type="search" autocomplete="off" spellcheck="false"></label> <span role="status"></span></p>`;
  return markup`<div class="table">${search}<div class="scroller" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns}</tr></thead>
<tbody>${rows}</tbody>${foot && markup`<tfoot>${foot}</tfoot>`}</table></div></div>`;
}
