import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { aFocusSource, costsOf } from '#test/cost-reports/focus/a-focus-source.ts';
import { anExport, PLACE } from '#test/cost-reports/focus/an-export.ts';
import { focusParquet } from '#test/cost-reports/focus/write-focus.ts';
import { readByDuckDb } from '#test/runtime/tables/read-by-duckdb.ts';

const folder = mkdtempSync(join(tmpdir(), 'focus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = `${PLACE.prefix}/data/BILLING_PERIOD=2026-10/focus-00001.snappy.parquet`;
const BY_TEAM = aUsageQuery({
  granularity: 'DAILY',
  groupBy: [{ type: 'TAG', key: 'team' }],
  period: { start: '2026-10-01', end: '2026-11-01' },
});

/** Charges as another program writes them. */
async function writtenByDuckDb(cost: string, options: string, charges = 3): Promise<Uint8Array> {
  const file = join(folder, 'file.parquet');
  await readByDuckDb(`COPY (SELECT
    CAST('12345678.0123456789' AS ${cost}) AS BilledCost, CAST('-0.0000000289' AS ${cost}) AS EffectiveCost,
    'USD' AS BillingCurrency, 'Usage' AS ChargeCategory, CAST(NULL AS VARCHAR) AS ChargeClass,
    'Usage-Based' AS ChargeFrequency, TIMESTAMP '2026-10-05 23:00:00' AS ChargePeriodStart,
    '000000000001' AS BillingAccountId, '012345678901' AS SubAccountId, 'web' AS SubAccountName,
    'Amazon S3' AS ServiceName, 'eu-west-1' AS RegionId, CAST(NULL AS VARCHAR) AS CommitmentDiscountCategory,
    CAST(NULL AS VARCHAR) AS CommitmentDiscountStatus,
    MAP {'resourceTags/team': IF(i < 100000, 'bl"ue', 'red'), 'other': 'x'} AS Tags, MAP {'discount': 1.5} AS x_Discounts
    FROM range(${charges}) charges(i)) TO '${file}' (FORMAT PARQUET${options})`);
  return readFileSync(file);
}

test.each([
  ['DECIMAL(38,10)', ''],
  ['DECIMAL(18,10)', ''],
  ['DECIMAL(38,12)', ', COMPRESSION ZSTD'],
  ['DECIMAL(38,10)', ', COMPRESSION GZIP'],
  ['DECIMAL(38,10)', ', COMPRESSION BROTLI'],
])('%s of another program is read to the last digit%s', async (cost, options) => {
  const exported = anExport('parquet');
  exported.put(KEY, await writtenByDuckDb(cost, options));

  expect(await costsOf(aFocusSource(exported), BY_TEAM)).toEqual({
    '2026-10-05|bl"ue': '37037034.0370370367 -0.0000000867',
  });
});

test('a double is the shortest decimal that it stands for', async () => {
  const exported = anExport('parquet');
  exported.put(KEY, await writtenByDuckDb('DOUBLE', ''));

  expect(await costsOf(aFocusSource(exported), BY_TEAM)).toEqual({
    '2026-10-05|bl"ue': '37037034.03703704 -0.0000000867',
  });
});

test('every row group is read, and a file without rows is none', async () => {
  const exported = anExport('parquet');
  const rows = Array.from({ length: 10_000 }, () => aFocusRow({ BilledCost: '0.0001' }));
  exported.put(KEY, focusParquet(rows, { rowGroupSize: 4500 }));
  exported.put(KEY.replace('00001', '00002'), focusParquet([]));

  expect(await costsOf(aFocusSource(exported), BY_TEAM)).toEqual({ '2026-10-05|': '1 1' });
});

test('tags stay with their charges in a row group that is read in slices', async () => {
  const exported = anExport('parquet');
  exported.put(KEY, await writtenByDuckDb('DECIMAL(18,10)', ', ROW_GROUP_SIZE 150000', 130_000));

  expect(await costsOf(aFocusSource(exported), BY_TEAM)).toEqual({
    '2026-10-05|bl"ue': '1234567801234.56789 -0.00289',
    '2026-10-05|red': '370370340370.370367 -0.000867',
  });
});

test('tags of a row group that has too many rows are refused by name, its costs are not', async () => {
  const exported = anExport('parquet');
  exported.put(KEY, await writtenByDuckDb('DOUBLE', ', ROW_GROUP_SIZE 300000', 251_000));
  const source = aFocusSource(exported);

  expect(await source.fetch(BY_TEAM)).toMatchObject({ reason: 'unsupported' });
  expect(await costsOf(source, { ...BY_TEAM, groupBy: [] })).toEqual({
    '2026-10-05': '3098765181098.76568 -0.0072539',
  });
});
