import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { aFocusSource, costsOf } from '#test/cost-reports/focus/a-focus-source.ts';
import { type AnExport, anExport, PLACE } from '#test/cost-reports/focus/an-export.ts';

const OCTOBER = aUsageQuery({ groupBy: [], period: { start: '2026-10-01', end: '2026-11-01' } });
const cost = async (exported: AnExport) => Object.values(await costsOf(aFocusSource(exported), OCTOBER));
const rows = (count: number) => Array.from({ length: count }, () => aFocusRow());
const MANIFEST = `${PLACE.prefix}/metadata/BILLING_PERIOD=2026-10/focus-Manifest.json`;
const FIRST = `${PLACE.prefix}/data/BILLING_PERIOD=2026-10/focus-00001.csv.gz`;

describe('what counts', () => {
  test('is the last execution where each creates new files', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(2), { execution: '2026-10-31T02:00:00.000Z-aaaa' });
    exported.deliver('2026-10', rows(3), { execution: '2026-11-03T02:00:00.000Z-bbbb' });

    expect(await cost(exported)).toEqual(['3 3']);
  });

  test('is the folder where files are overwritten, but for those that are no longer needed', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(4), { chunks: 3 });
    exported.deliver('2026-10', rows(2));
    exported.put(`${PLACE.prefix}/data/BILLING_PERIOD=2026-10/focus-00002.csv.gz`, '');

    expect(await cost(exported)).toEqual(['2 2']);
  });

  test('is the folder as well where there is no manifest', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(4), { chunks: 2 });
    exported.contents.delete(MANIFEST);

    expect(await cost(exported)).toEqual(['4 4']);
  });

  test('is the newer of two spellings of a folder', async () => {
    const exported = anExport();
    exported.at('2026-10-31T04:00:00Z');
    exported.deliver('2026-10', rows(1));
    exported.at('2026-11-22T04:00:00Z');
    exported.deliver('2026-10', rows(2), { period: 'billing_period' });

    expect(await cost(exported)).toEqual(['2 2']);
  });

  test('is found where the export was copied to another bucket', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(2));
    const dataFiles = ['s3://original/other/prefix/focus/data/BILLING_PERIOD=2026-10/focus-00001.csv.gz'];
    exported.put(MANIFEST, JSON.stringify({ dataFiles }));

    expect(await cost(exported)).toEqual(['2 2']);
  });

  test('is nothing in a Parquet file that was emptied', async () => {
    const exported = anExport('parquet');
    exported.deliver('2026-10', rows(2), { chunks: 2 });
    exported.put(FIRST.replace('csv.gz', 'snappy.parquet'), '');

    expect(await cost(exported)).toEqual(['1 1']);
  });

  test('is nothing in a file without charges', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(2), { chunks: 2 });
    exported.put(FIRST, gzipSync(''));

    expect(await cost(exported)).toEqual(['1 1']);
  });
});

describe('a delivery that is under way', () => {
  test('is waited for', async () => {
    const exported = anExport();
    exported.at('2026-11-22T08:00:00Z');
    exported.deliver('2026-10', rows(2), { chunks: 2 });
    exported.at('2026-11-22T08:58:00Z');
    exported.put(FIRST, gzipSync('new'));

    await expect(cost(exported)).rejects.toThrow(RetryLaterError);
  });

  test('is over where files were copied in whatever order', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(2));
    const manifest = exported.contents.get(MANIFEST)!;
    exported.contents.set(MANIFEST, { ...manifest, writtenAt: new Date('2026-11-22T03:59:00Z') });

    expect(await cost(exported)).toEqual(['2 2']);
  });
});

describe('an export that cannot be found is refused', () => {
  const refusal = async (exported: AnExport, prefix = PLACE.prefix) => {
    const source = aFocusSource(exported, { place: { ...PLACE, prefix } });
    const fetched = await source.fetch(OCTOBER);
    return fetched.state === 'refused' ? fetched.message : fetched.state;
  };

  test('as empty where nothing lies there', async () => {
    expect(await refusal(anExport())).toContain('s3://billing/exports/focus/ is empty');
  });

  test('with the right prefix where it lies deeper', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(1));

    expect(await refusal(exported, 'exports')).toContain('must be "exports/focus"');
  });

  test('with the right prefix where that goes too deep', async () => {
    const exported = anExport();
    exported.deliver('2026-10', rows(1));

    expect(await refusal(exported, 'exports/focus/data')).toContain('must be "exports/focus"');
  });

  test('where the files are of something else', async () => {
    const exported = anExport();
    exported.put('exports/focus/20261001-20261101/cur-1.csv.gz', 'x');

    expect(await refusal(exported)).toContain('no data/BILLING_PERIOD=');
  });

  test.each([
    [
      'executions without a manifest',
      (e: AnExport) => e.contents.delete(MANIFEST),
      'has no manifest in metadata/',
    ],
    ['a manifest of something else', (e: AnExport) => e.put(MANIFEST, '{"files":[]}'), 'has no dataFiles'],
    ['a manifest that is no JSON', (e: AnExport) => e.put(MANIFEST, '{'), 'has no dataFiles'],
    [
      'a manifest of files that are gone',
      (e: AnExport) => e.put(MANIFEST, '{"dataFiles":["s3://billing/exports/focus/data/x/gone.csv.gz"]}'),
      'gone.csv.gz, which is not in the bucket',
    ],
  ])('where there are %s', async (_, spoil, message) => {
    const exported = anExport();
    exported.deliver('2026-10', rows(1), { execution: 'aaaa' });
    spoil(exported);

    expect(await refusal(exported)).toContain(message);
  });

  test.each([
    ['focus-00001.csv.zip', 'neither gzip CSV nor Parquet'],
    ['focus-00001.csv.gz', 'is damaged, or not of AWS Data Exports'],
    ['focus-00001.parquet', 'is damaged, or not of AWS Data Exports'],
  ])('where %s is not what it should be', async (name, message) => {
    const exported = anExport();
    exported.put(`${PLACE.prefix}/data/BILLING_PERIOD=2026-10/${name}`, 'no such thing');

    expect(await refusal(exported)).toContain(message);
  });
});
