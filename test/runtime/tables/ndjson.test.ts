import { expect, it } from 'vitest';
import type { Row } from '#lambdas/contracts/report.ts';
import { fromNdjson, toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { A_TABLE, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const GOOD =
  '{"day":"2026-10-31","account":"000000000012","team":"Payments","amount":"12.5","level":80,"estimated":false,"fetched_at":"2026-11-22T09:00:00.000Z"}';

async function read(...chunks: (string | Uint8Array)[]): Promise<Row[]> {
  const rows: Row[] = [];
  const bytes = chunks.map((chunk) => Buffer.from(chunk));
  for await (const batch of fromNdjson(A_TABLE, bytes)) rows.push(...batch);
  return rows;
}

it('a row is an object on a line of its own, its amount as text', async () => {
  const text = (await collected(toNdjson(A_TABLE, [[aRow()], [aRow({ team: null })]]))).toString();

  expect(text).toBe(`${GOOD}\n${GOOD.replace('"Payments"', 'null')}\n`);
});

it('a table without rows is an empty file, and comes back without rows', async () => {
  expect((await collected(toNdjson(A_TABLE, []))).length).toBe(0);
  expect(await read('')).toEqual([]);
});

it('a file is read with or without a line feed at its end', async () => {
  expect(await read(GOOD)).toEqual([aRow()]);
  expect(await read(`${GOOD}\n`)).toEqual([aRow()]);
});

it.each([
  { what: 'is cut off', line: GOOD.slice(0, 60), column: undefined },
  { what: 'is empty', line: '', column: undefined },
  { what: 'is no object', line: '[1]', column: 'day' },
  { what: 'lacks a column', line: GOOD.replace('"team"', '"other"'), column: 'team' },
  { what: 'has an amount that is a float', line: GOOD.replace('"12.5"', '12.5'), column: 'amount' },
  { what: 'has an amount that is no number', line: GOOD.replace('"12.5"', '"12,5"'), column: 'amount' },
  { what: 'has a day that is none', line: GOOD.replace('2026-10-31', '31.10.2026'), column: 'day' },
  { what: 'has a time without a zone', line: GOOD.replace('.000Z', ''), column: 'fetched_at' },
  { what: 'has a fraction for an integer', line: GOOD.replace('80', '80.5'), column: 'level' },
  { what: 'has a word for a boolean', line: GOOD.replace('false', '"no"'), column: 'estimated' },
])(
  'a line that $what is an error that names the table, the line and the column',
  async ({ line, column }) => {
    await expect(read(`${GOOD}\n${line}\n${GOOD}\n`)).rejects.toMatchObject({
      name: 'PermanentError',
      message: 'Line of a stored table is unreadable',
      fields: { table: 'teams-monthly', line: 2, column },
    });
  },
);

it('lines are counted through all chunks', async () => {
  const chunks = Array.from({ length: 50 }, () => `${GOOD}\n`.repeat(10));

  await expect(read(...chunks, '{')).rejects.toMatchObject({ fields: { line: 501 } });
});

it('bytes that are no UTF-8 are an error, never another name', async () => {
  const bytes = Buffer.concat([Buffer.from(GOOD.slice(0, 50)), Buffer.from([0xff, 0xfe])]);

  await expect(read(bytes)).rejects.toThrow('not valid');
});
