import type { Cell, ColumnType, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { rowWriter } from '#lambdas/runtime/tables/row-writer.ts';

const json = (cell: Cell) => JSON.stringify(cell);
// A number of JSON is a float to most readers; as text it stays exact.
const decimal = (cell: Cell) => (typeof cell === 'bigint' ? `"${formatDecimal(cell)}"` : json(cell));

const CELLS: Record<ColumnType, (cell: Cell) => string> = {
  text: json,
  code: json,
  decimal,
  date: json,
  timestamp: json,
  boolean: json,
  integer: json,
};

/** Writes rows as objects of JSON, their decimals as text. */
export function jsonRows({ columns }: TableSchema, end = '}'): (row: Row) => string {
  const cells = columns.map(({ name, type }, index) => ({
    before: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    textOf: CELLS[type],
  }));
  return rowWriter(cells, end);
}
