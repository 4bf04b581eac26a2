import { expect, it } from 'vitest';
import type { Cell } from '#lambdas/contracts/report.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { A_TABLE, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const HEADER = 'day,account,team,amount,level,estimated,fetched_at';

async function linesOf(...rows: ReturnType<typeof aRow>[]): Promise<string[]> {
  const text = (await collected(toCsv(A_TABLE, [rows]))).toString();
  return text.split('\r\n');
}

async function fieldOf(name: string, value: Cell): Promise<string | undefined> {
  const [, line = ''] = await linesOf(aRow({ [name]: value }));
  return line.split(',')[A_TABLE.columns.findIndex((column) => column.name === name)];
}

it('a table is a header and a line for each row, each with its CRLF', async () => {
  expect(await linesOf(aRow(), aRow({ day: '2026-11-01' }))).toEqual([
    HEADER,
    '2026-10-31,000000000012,Payments,12.5,80,false,2026-11-22T09:00:00.000Z',
    '2026-11-01,000000000012,Payments,12.5,80,false,2026-11-22T09:00:00.000Z',
    '',
  ]);
});

it('a table without rows is its header', async () => {
  expect(await linesOf()).toEqual([HEADER, '']);
});

it('a byte order mark stands before it for Excel only', async () => {
  const [plain, excel] = await Promise.all([
    collected(toCsv(A_TABLE, [[aRow()]])),
    collected(toCsv(A_TABLE, [[aRow()]], { excel: true })),
  ]);

  expect(excel.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(excel.subarray(3)).toEqual(plain);
});

it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\0x', '＝1', '＋1', '－1', '＠x'])(
  'text that begins as %j gets an apostrophe: a spreadsheet would run it',
  async (team) => {
    expect(await fieldOf('team', team)).toBe(`'${team}`);
  },
);

it.each([
  ['amount', '-33.86', '-33.86'],
  ['account', '-1', '-1'],
  ['level', -5, '-5'],
])('a formula guard never touches %s: -33.86 stays a number', async (column, value, field) => {
  expect(await fieldOf(column, value)).toBe(field);
});

it.each([
  ['-0.0000000289', '-0.0000000289'],
  ['0.00000000004', '0'],
  ['-0', '0'],
  ['1E+30', '1000000000000000000000000000000'],
  ['1E-10', '0.0000000001'],
  ['922337203685.4775807001', '922337203685.4775807001'],
])(
  'the amount %s is written as %s, without exponent or -0 (innovation-sandbox-on-aws#36)',
  async (amount, field) => {
    expect(await fieldOf('amount', amount)).toBe(field);
  },
);

it('what separates, quotes or breaks lines is quoted', async () => {
  const text = (
    await collected(toCsv(A_TABLE, [[aRow({ team: 'a "b", c\nd', account: 'x,y' })]]))
  ).toString();

  expect(text).toContain('"x,y","a ""b"", c\nd",12.5');
  expect(await fieldOf('team', 'a\rb')).toBe('"a\rb"');
});

it('a cell that is like the one above it is written again, and null is an empty field', async () => {
  const rows = [aRow(), aRow({ team: null, amount: null }), aRow({ team: null }), aRow()];
  const fields = (await linesOf(...rows)).slice(1, -1).map((line) => line.split(',').slice(2, 4).join(' '));

  expect(fields).toEqual(['Payments 12.5', ' ', ' 12.5', 'Payments 12.5']);
});

it('rows are read as they are wanted: the first chunk does not wait for the last', async () => {
  let made = 0;
  function* batches() {
    for (; made < 1000; made += 1) yield Array.from({ length: 100 }, () => aRow());
  }
  for await (const chunk of toCsv(A_TABLE, batches())) {
    expect(chunk.length).toBeLessThan(100_000);
    break;
  }

  expect(made).toBeLessThan(20);
});
