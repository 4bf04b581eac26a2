import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { Cell, Column, Row, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { formatDecimal, roundDecimal } from '#lambdas/runtime/decimal.ts';

/** The first rows of a report, and how many there are of it. */
export type FirstRows = { columns: readonly Column[]; rows: Row[]; count: number };

const MOST_ROWS = 20;
const HIDDEN = ['period_end', 'fetched_at'];
/** Where all rows have the same, it is said once. */
const SAID_ONCE = ['period_start', 'currency'];

export async function firstRows({ columns }: TableSchema, batches: RowBatches): Promise<FirstRows> {
  const first: FirstRows = { columns, rows: [], count: 0 };
  for await (const batch of batches) {
    first.count += batch.length;
    first.rows.push(...batch.slice(0, MOST_ROWS - first.rows.length));
  }
  return first;
}

/** The rows as they are, with amounts rounded. */
export function describeRows({ columns, rows, count }: FirstRows): string[] {
  if (count === 0) return ['AWS had no rows for it.'];
  const all = columns.map((column, index) => ({
    column,
    cells: rows.map((row) => showCell(column, row[index] ?? null)),
  }));
  const isSame = (cells: string[]) => new Set(cells).size === 1;
  const once = all.filter(({ column, cells }) => SAID_ONCE.includes(column.name) && isSame(cells));
  const shown = all.filter((one) => !HIDDEN.includes(one.column.name) && !once.includes(one));
  const right = shown.flatMap(({ column: { type } }, place) =>
    type === 'decimal' || type === 'integer' ? [place] : [],
  );
  const table = rows.map((_, index) => shown.map(({ cells }) => cells[index] ?? ''));
  const more = count - rows.length;
  return [
    ...textTable([shown.map(({ column }) => headingOf(column)), ...table], right),
    ...(more > 0 ? [`${more.toLocaleString('en-US')} more row${more === 1 ? '' : 's'}`] : []),
    ...(once.length > 0
      ? [`All: ${once.map(({ column, cells }) => wordsOf(column, cells)).join(', ')}.`]
      : []),
  ];
}

/** For programs: exact decimals as texts. */
export function rowsData({ columns, rows }: FirstRows) {
  const dataOf = (cell: Cell) => (typeof cell === 'bigint' ? formatDecimal(cell) : cell);
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, dataOf(row[index] ?? null)])),
  );
}

/** `currency USD` */
function wordsOf({ name }: Column, [cell = '']: string[]): string {
  return `${name.replaceAll('_', ' ')} ${cell}`;
}

function headingOf({ name }: Column): string {
  return name.replaceAll('_', ' ').toUpperCase();
}

function showCell({ type }: Column, cell: Cell): string {
  if (cell === null || cell === '') return '-';
  if (type === 'decimal') return roundDecimal(cell as bigint, 2).replace(/\B(?=(\d{3})+\.)/g, ',');
  return String(cell);
}
