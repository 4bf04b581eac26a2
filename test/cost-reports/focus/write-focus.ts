import { gzipSync } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { AwsRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { AWS_COLUMNS, type AwsType } from '#test/cost-reports/focus/focus-columns-of-aws.ts';

type Options = { without?: readonly string[]; rowGroupSize?: number };

/** Rows as AWS delivers them in gzip CSV: maps are JSON. */
export function focusCsv(rows: readonly AwsRow[], { without = [] }: Options = {}): Uint8Array {
  const columns = columnsBut(without);
  const header = columns.map(([name]) => name);
  const records = rows.map((row) => columns.map(([name, type]) => csvCell(row[name] ?? null, type)));
  return gzipSync(stringify([header, ...records]));
}

/** Rows as AWS delivers them in Parquet: costs are doubles, moments milliseconds, tags a map. */
export function focusParquet(
  rows: readonly AwsRow[],
  { without = [], rowGroupSize = 1000 }: Options = {},
): Uint8Array {
  const columns = columnsBut(without);
  const writer = new ByteWriter();
  void parquetWrite({
    writer,
    schema: [
      { name: 'schema', num_children: columns.length },
      ...columns.flatMap(([name, type]) => elementsOf(name, type)),
    ],
    columnData: columns.map(([name, type]) => ({
      name,
      data: rows.map((row) => parquetCell(row[name] ?? null, type)),
    })),
    rowGroupSize,
  });
  return new Uint8Array(writer.getBuffer());
}

function columnsBut(without: readonly string[]) {
  return AWS_COLUMNS.filter(([name]) => !without.includes(name));
}

function csvCell(cell: AwsRow[string], type: AwsType): string {
  if (cell === null) return type === 'map' || type === 'doubles' ? '{}' : '';
  if (typeof cell === 'object') return JSON.stringify(cell);
  return type === 'double' ? asDouble(cell) : cell;
}

/** As Java writes it: `-2.89E-8`. What is no number stays as it is. */
function asDouble(text: string): string {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? text : String(number).replace('e', 'E');
}

function parquetCell(cell: AwsRow[string], type: AwsType) {
  if (cell === null) return null;
  if (typeof cell === 'object') return cell;
  if (type === 'timestamp') return new Date(cell);
  return type === 'double' ? Number(cell) : cell;
}

function elementsOf(name: string, type: AwsType): SchemaElement[] {
  const column = { name, repetition_type: 'OPTIONAL' } as const;
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
  if (type === 'string') return [{ ...column, ...text }];
  if (type === 'double') return [{ ...column, type: 'DOUBLE' }];
  if (type === 'timestamp') return [{ ...column, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }];
  const value = type === 'doubles' ? ({ type: 'DOUBLE' } as const) : text;
  return [
    { ...column, converted_type: 'MAP', num_children: 1 },
    { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
    { name: 'key', repetition_type: 'REQUIRED', ...text },
    { name: 'value', repetition_type: 'OPTIONAL', ...value },
  ];
}
