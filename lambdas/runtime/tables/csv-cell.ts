import type { Cell, ColumnType } from '#lambdas/contracts/report.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';

/** What spreadsheets take for the beginning of a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

const plain = (cell: Cell) => (cell === null ? '' : String(cell));
const code = (cell: Cell) => quoted(plain(cell));
const text = (cell: Cell) => quoted(guarded(plain(cell)));
const decimal = (cell: Cell) => (typeof cell === 'bigint' ? formatDecimal(cell) : plain(cell));

/** How a cell of each type stands in CSV; null and the empty text are both an empty field. */
export const CSV_CELLS: Record<ColumnType, (cell: Cell) => string> = {
  text,
  code,
  decimal,
  date: plain,
  timestamp: plain,
  boolean: plain,
  integer: plain,
};

/** For text of strangers only: an amount with an apostrophe would no longer be a number. */
function guarded(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

function quoted(value: string): string {
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
