import { xmlText } from '#bin/commands/cost/xlsx/xml-text.ts';
import type { Cell, ColumnType } from '#lambdas/contracts/report.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';

/** Places in the list of cell formats of `styles.xml`. */
export const STYLES = { header: 1, text: 2, date: 3, timestamp: 4, decimal: 5, integer: 6 } as const;

/** Excel calls a file broken that has more in a cell. */
const MOST_CHARACTERS = 32_767;
const DAY_MS = 86_400_000;
/** Day 0 of a workbook is the last but one of 1899; this is 1970. */
const FIRST_DAY = 25_569;

const days = (cell: Cell) => String(Date.parse(String(cell)) / DAY_MS + FIRST_DAY);
const number = (style: number, text: string) => ` s="${style}"><v>${text}</v></c>`;

/** What follows the reference of a cell. Text stands in the cell itself, where nothing takes it for a formula. */
export function textCell(text: string, style: number = STYLES.text): string {
  return ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, MOST_CHARACTERS))}</t></is></c>`;
}

const text = (cell: Cell) => textCell(String(cell));

export const CELLS: Record<ColumnType, (cell: Cell) => string> = {
  text,
  code: text,
  date: (cell) => number(STYLES.date, days(cell)),
  timestamp: (cell) => number(STYLES.timestamp, days(cell)),
  boolean: (cell) => ` t="b"><v>${cell === true ? 1 : 0}</v></c>`,
  integer: (cell) => number(STYLES.integer, String(cell)),
  decimal: (cell) => number(STYLES.decimal, typeof cell === 'bigint' ? formatDecimal(cell) : String(cell)),
};
