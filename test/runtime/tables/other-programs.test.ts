import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Row } from '#lambdas/contracts/report.ts';
import type { Chunks } from '#lambdas/runtime/report-store.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { toParquet } from '#lambdas/runtime/tables/parquet.ts';
import { A_TABLE, aProvenance, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';
import { readByDuckDb } from '#test/runtime/tables/read-by-duckdb.ts';

const folder = mkdtempSync(join(tmpdir(), 'reeve-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function fileOf(name: string, chunks: Chunks): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await collected(chunks));
  return path;
}

const AMOUNTS = [
  '12.5',
  '-0.0000000289',
  '0',
  '-0.0000000001',
  '922337203685.4775807',
  '-922337203685477580799.0123456789',
  '9999999999999999999999999999.9999999999',
  '-9999999999999999999999999999.9999999999',
];
const ROWS: Row[] = AMOUNTS.map((amount, index) => aRow({ amount, team: `"Größe", 東京 ${index}\n😀` }));
const NONE: Row = A_TABLE.columns.map(() => null);
const COLUMNS = `{day: 'DATE', account: 'VARCHAR', team: 'VARCHAR', amount: 'DECIMAL(38,10)', level: 'BIGINT', estimated: 'BOOLEAN', fetched_at: 'TIMESTAMPTZ'}`;

const read = [...AMOUNTS.keys()].map((index) => ({
  day: '2026-10-31',
  account: '000000000012',
  team: `"Größe", 東京 ${index}\n😀`,
  amount: asDecimal(AMOUNTS[index] ?? ''),
  level: '80',
  estimated: 'false',
  fetched_at: '2026-11-22T09:00:00.000Z',
}));

/** As a DECIMAL(38,10) is shown: with all ten places. */
function asDecimal(amount: string): string {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole}.${fraction.padEnd(10, '0')}`;
}

it('DuckDB reads Parquet as it was, amounts to the tenth decimal beyond 922 million', async () => {
  const file = await fileOf(
    'a.parquet',
    toParquet(A_TABLE, [ROWS.slice(0, 3), ROWS.slice(3), [NONE]], aProvenance()),
  );

  expect(await readByDuckDb(`FROM '${file}'`)).toEqual([
    ...read,
    Object.fromEntries(A_TABLE.columns.map(({ name }) => [name, null])),
  ]);
});

it('columns of Parquet have the types of the table', async () => {
  const file = await fileOf('types.parquet', toParquet(A_TABLE, [ROWS], aProvenance()));
  const columns = await readByDuckDb(`SELECT column_name, column_type FROM (DESCRIBE FROM '${file}')`);

  expect(Object.fromEntries(columns.map((column) => [column['column_name'], column['column_type']]))).toEqual(
    {
      day: 'DATE',
      account: 'VARCHAR',
      team: 'VARCHAR',
      amount: 'DECIMAL(38,10)',
      level: 'BIGINT',
      estimated: 'BOOLEAN',
      fetched_at: 'TIMESTAMP WITH TIME ZONE',
    },
  );
});

it('Parquet carries the provenance, also without rows', async () => {
  const file = await fileOf('empty.parquet', toParquet(A_TABLE, [], aProvenance()));
  const metadata = await readByDuckDb(
    `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`,
  );
  const values = new Map(metadata.map(({ key, value }) => [key, value]));

  expect(await readByDuckDb(`SELECT count(*) AS rows FROM '${file}'`)).toEqual([{ rows: '0' }]);
  expect(values.get('report')).toBe('teams-monthly');
  expect(JSON.parse(values.get('provenance') ?? '')).toEqual(aProvenance());
});

it('Parquet is written in row groups, and can be filtered by what they say of themselves', async () => {
  const day = (index: number) => `2026-10-${String(1 + Math.floor(index / 2000)).padStart(2, '0')}`;
  function* batches() {
    for (let index = 0; index < 40_000; index += 1000)
      yield Array.from({ length: 1000 }, (_, at) =>
        aRow({ day: day(index + at), amount: String(index + at) }),
      );
  }
  const file = await fileOf('groups.parquet', toParquet(A_TABLE, batches(), aProvenance()));

  expect(
    await readByDuckDb(
      `SELECT count(DISTINCT row_group_id) AS groups, max(row_group_num_rows) AS largest FROM parquet_metadata('${file}')`,
    ),
  ).toEqual([{ groups: '3', largest: '16000' }]);
  expect(
    await readByDuckDb(
      `SELECT count(*) AS rows, sum(amount) AS sum FROM '${file}' WHERE day = DATE '2026-10-20'`,
    ),
  ).toEqual([{ rows: '2000', sum: '77999000.0000000000' }]);
  expect(await readByDuckDb(`SELECT count(*) AS rows FROM '${file}' WHERE amount < 100`)).toEqual([
    { rows: '100' },
  ]);
});

it('DuckDB reads NDJSON as it was', async () => {
  const file = await fileOf('a.ndjson.gz', gzipped(toNdjson(A_TABLE, [ROWS])));

  expect(
    await readByDuckDb(`FROM read_json('${file}', format = 'newline_delimited', columns = ${COLUMNS})`),
  ).toEqual(read);
});

it('DuckDB reads CSV as it was', async () => {
  const file = await fileOf('a.csv', toCsv(A_TABLE, [ROWS]));

  expect(await readByDuckDb(`FROM read_csv('${file}', header = true, columns = ${COLUMNS})`)).toEqual(read);
});
