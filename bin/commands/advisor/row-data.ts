import type { Cell, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';

/** A row by the names of its columns; decimals as exact text. */
export type RowData = Record<string, Exclude<Cell, bigint>>;

export function rowData({ columns }: TableSchema, row: Row): RowData {
  return Object.fromEntries(
    columns.map(({ name }, index) => {
      const cell = row[index] ?? null;
      return [name, typeof cell === 'bigint' ? formatDecimal(cell) : cell];
    }),
  );
}

/** A cell for people: a dash where there is nothing. */
export function textOf(data: RowData, name: string): string {
  const cell = data[name];
  return cell === null || cell === undefined || cell === '' ? '-' : String(cell);
}
