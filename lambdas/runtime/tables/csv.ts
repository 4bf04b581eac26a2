import type { RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { CSV_CELLS } from '#lambdas/runtime/tables/csv-cell.ts';
import { rowWriter } from '#lambdas/runtime/tables/row-writer.ts';
import { rowsAsText } from '#lambdas/runtime/tables/rows-as-text.ts';

/** Without it Excel reads UTF-8 as the machine's own code page; with it other programs see it in the first name. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as CSV of RFC 4180 in UTF-8. `excel`: with a byte order mark. */
export function toCsv(
  { columns }: TableSchema,
  rows: RowBatches,
  { excel = false } = {},
): AsyncIterable<Uint8Array> {
  const cells = columns.map(({ type }, index) => ({
    before: index === 0 ? '' : ',',
    textOf: CSV_CELLS[type],
  }));
  const header = `${columns.map(({ name }) => name).join(',')}\r\n`;
  return rowsAsText(rows, {
    textOf: rowWriter(cells, '\r\n'),
    before: excel ? BYTE_ORDER_MARK + header : header,
  });
}
