import type { Cell, Column, ColumnType, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const string = (value: unknown) => (typeof value === 'string' ? value : undefined);
const matching = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** Undefined: not of this type. */
const CELLS: Record<ColumnType, (value: unknown) => Cell | undefined> = {
  text: string,
  code: string,
  date: matching(DATE),
  timestamp: matching(TIMESTAMP),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  integer: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
  decimal: (value) => (typeof value === 'string' ? decimalOf(value) : undefined),
};

/** Reads a line of NDJSON as a row of the table; an error names the table, the line and the column. */
export function readJsonRows({ name: table, columns }: TableSchema): (line: string, number: number) => Row {
  const refuse = (line: number, column?: Column) =>
    new PermanentError('Line of a stored table is unreadable', {
      fields: { table, line, column: column?.name },
    });
  return (line, number) => {
    const object = objectOf(line);
    if (!object) throw refuse(number);
    return columns.map((column) => {
      const value = object[column.name];
      const cell = value === null ? null : CELLS[column.type](value);
      if (cell === undefined) throw refuse(number, column);
      return cell;
    });
  };
}

function objectOf(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // The parser's own message quotes the line, which may hold names.
    return undefined;
  }
}

function decimalOf(text: string): bigint | undefined {
  try {
    return parseDecimal(text);
  } catch {
    return undefined;
  }
}
