import { Failure } from '#bin/commands/command-line/errors.ts';
import { CELLS, STYLES, textCell } from '#bin/commands/cost/xlsx/cell-xml.ts';
import type { Cell, Column, ColumnType, Row, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { rowsAsText } from '#lambdas/runtime/tables/rows-as-text.ts';

/** A sheet has 1,048,576 rows; one is the header. */
const MOST_ROWS = 1_048_575;
const WIDTHS: Record<ColumnType, number> = {
  text: 32,
  code: 16,
  date: 12,
  timestamp: 20,
  boolean: 11,
  integer: 11,
  decimal: 20,
};

/** A sheet of a workbook with a header that stays in sight, as it comes; throws where the rows are too many for one. */
export function sheetXml(
  { name, columns }: TableSchema,
  rows: RowBatches,
  mostRows = MOST_ROWS,
): AsyncIterable<Uint8Array> {
  const letters = columns.map((_, index) => columnLetters(index));
  const cells = columns.map(({ type }) => CELLS[type]);
  let number = 1;
  const textOf = (row: Row) => {
    number += 1;
    if (number > mostRows + 1) throw tooManyRows(name, mostRows);
    const cellOf = (cell: Cell, index: number) =>
      cell === null || cell === '' ? '' : `<c r="${letters[index]}${number}"${cells[index]?.(cell)}`;
    return `<row r="${number}">${row.map(cellOf).join('')}</row>`;
  };
  return rowsAsText(rows, { textOf, before: opening(columns, letters), after: closing(letters) });
}

/** A, B … Z, AA … */
function columnLetters(index: number): string {
  const rest = index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1);
  return rest + String.fromCharCode(65 + (index % 26));
}

function opening(columns: readonly Column[], letters: string[]): string {
  const widths = columns.map(
    ({ type }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[type]}" customWidth="1"/>`,
  );
  const header = columns.map(
    ({ name }, index) => `<c r="${letters[index]}1"${textCell(name, STYLES.header)}`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`,
  ].join('');
}

/** Ids of accounts are text of digits, which Excel would mark as a mistake in each cell. */
function closing(letters: string[]): string {
  const everywhere = `A1:${letters.at(-1)}${MOST_ROWS + 1}`;
  const ignored = `<ignoredErrors><ignoredError sqref="${everywhere}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData>${ignored}</worksheet>`;
}

function tooManyRows(name: string, mostRows: number): Failure {
  const most = mostRows.toLocaleString('en-US');
  return new Failure(
    `${name}: a sheet of a workbook ends at ${most} rows. Take csv or parquet, which have no end.`,
  );
}
