import type { SchemaElement } from 'hyparquet';
import type { Cell, Column, ColumnType } from '#lambdas/contracts/report.ts';

const DAY_MS = 86_400_000;

type Value = string | number | bigint | boolean | null;
type Form = { element: Omit<SchemaElement, 'name'>; valueOf: (cell: Cell) => Value };

const same = (cell: Cell) => cell;
const milliseconds = (cell: Cell) => Date.parse(String(cell));
const TEXT: Form = { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, valueOf: same };

const FORMS: Record<ColumnType, Form> = {
  text: TEXT,
  code: TEXT,
  date: {
    element: { type: 'INT32', converted_type: 'DATE' },
    valueOf: (cell) => (cell === null ? null : milliseconds(cell) / DAY_MS),
  },
  timestamp: {
    element: {
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    valueOf: (cell) => (cell === null ? null : BigInt(milliseconds(cell))),
  },
  boolean: { element: { type: 'BOOLEAN' }, valueOf: same },
  integer: {
    element: { type: 'INT64' },
    valueOf: (cell) => (typeof cell === 'number' ? BigInt(cell) : cell),
  },
  // 8 bytes would end at 922 million.
  decimal: {
    element: {
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      precision: 38,
      scale: 10,
    },
    valueOf: same,
  },
};

/** The form of a column in Parquet, and how its cells become that. */
export function parquetColumn({ name, type }: Column): {
  element: SchemaElement;
  valueOf: (cell: Cell) => Value;
} {
  const { element, valueOf } = FORMS[type];
  return { element: { ...element, name, repetition_type: 'OPTIONAL' }, valueOf: onceInARow(valueOf) };
}

/** Days and moments repeat for thousands of rows, and reading one takes longer than all the rest of its cell. */
function onceInARow(valueOf: (cell: Cell) => Value): (cell: Cell) => Value {
  let above: Cell | undefined;
  let value: Value = null;
  return (cell) => {
    if (cell !== above) value = valueOf((above = cell));
    return value;
  };
}
