import { expect, it } from 'vitest';
import { sheetXml } from '#bin/commands/cost/xlsx/sheet-xml.ts';
import { toXlsx } from '#bin/commands/cost/xlsx/to-xlsx.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import { readZip } from '#test/commands/cost/xlsx/read-zip.ts';
import { A_TABLE, aProvenance, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const sheet = (...rows: Row[]) => ({ schema: A_TABLE, rows: [rows], provenance: aProvenance() });

async function sheetOf(...rows: Row[]): Promise<string> {
  const files = readZip(await collected(toXlsx([sheet(...rows)])));
  return files.get('xl/worksheets/sheet2.xml') ?? '';
}

/** What stands in a cell: its style, type and content. */
async function cellOf(column: string, row: Row): Promise<string | undefined> {
  return new RegExp(`<c r="${column}2"(.*?)</c>`, 's').exec(await sheetOf(row))?.[1];
}

it('a workbook has a sheet for each table after one that says where they come from', async () => {
  const files = readZip(await collected(toXlsx([sheet(aRow()), sheet(aRow())])));

  expect([...files.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
    'xl/worksheets/sheet3.xml',
  ]);
  expect(
    [...(files.get('xl/workbook.xml') ?? '').matchAll(/sheet name="([^"]*)"/g)].map(([, name]) => name),
  ).toEqual(['About', 'teams-monthly', 'teams-monthly 2']);
  for (const told of [
    'Teams by month',
    'Cost Explorer',
    '2026-11-22T090000Z-monthly',
    'November 2026 is not over.',
    '<v>9</v>',
  ])
    expect(files.get('xl/worksheets/sheet1.xml')).toContain(told);
});

it('an account id is text and keeps its zeros', async () => {
  expect(await cellOf('B', aRow())).toBe(
    ' s="2" t="inlineStr"><is><t xml:space="preserve">000000000012</t></is>',
  );
});

it.each([
  ['1234567.0000000001', '1234567.0000000001'],
  ['-0.0000000289', '-0.0000000289'],
  ['1E+20', '100000000000000000000'],
])('the amount %s is a number', async (amount, value) => {
  expect(await cellOf('D', aRow({ amount }))).toBe(` s="5"><v>${value}</v>`);
});

it.each([
  ['A', 'day', '1970-01-01', ' s="3"><v>25569</v>'],
  ['A', 'day', '2028-02-29', ' s="3"><v>46812</v>'],
  ['G', 'fetched_at', '2026-11-22T06:00:00.000Z', ' s="4"><v>46348.25</v>'],
  ['F', 'estimated', true, ' t="b"><v>1</v>'],
  ['E', 'level', 80, ' s="6"><v>80</v>'],
])('the cell %s (%s) of %s is a date, time or number of the workbook', async (column, name, value, cell) => {
  expect(await cellOf(column, aRow({ [name]: value }))).toBe(cell);
});

it('text is text, never a formula or markup', async () => {
  const cell = await cellOf('C', aRow({ team: '=1+1 <b>&"' }));

  expect(cell).toBe(' s="2" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;b&gt;&amp;&quot;</t></is>');
  expect(await sheetOf(aRow({ team: '=1+1' }))).not.toContain('<f>');
});

it.each([
  ['a\0b', 'a_x0000_b'],
  ['a\r\nb', 'a_x000D_\nb'],
  ['_x0041_', '_x005F_x0041_'],
  ['\uD800!', '_xD800_!'],
  ['😀 \uFFFE', '😀 _xFFFE_'],
])('the text %j, which XML has no place for, is escaped', async (team, escaped) => {
  expect(await cellOf('C', aRow({ team }))).toContain(`>${escaped}</t>`);
});

it('an empty cell is left out', async () => {
  expect(await cellOf('C', aRow({ team: null }))).toBeUndefined();
  expect(await cellOf('D', aRow({ amount: null }))).toBeUndefined();
});

it('more rows than a sheet has are refused, and the way out is named', async () => {
  const most = (count: number) =>
    collected(sheetXml(A_TABLE, [Array.from({ length: count }, () => aRow())], 3));

  await expect(most(3)).resolves.toBeDefined();
  await expect(most(4)).rejects.toThrow(
    'teams-monthly: a sheet of a workbook ends at 3 rows. Take csv or parquet',
  );
});

it('a sheet that breaks breaks the workbook: no half of it is taken for whole', async () => {
  async function* broken() {
    yield [aRow()];
    throw new Error('The store broke');
  }

  await expect(collected(toXlsx([sheet(aRow()), { ...sheet(), rows: broken() }]))).rejects.toThrow(
    'The store broke',
  );
});

it('the same tables are the same bytes', async () => {
  const [one, other] = await Promise.all([
    collected(toXlsx([sheet(aRow())])),
    collected(toXlsx([sheet(aRow())])),
  ]);

  expect(one.equals(other)).toBe(true);
});
