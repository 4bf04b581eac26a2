import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { aBucket, serveObjectStore } from '#test/local/object-store/serve-object-store.ts';

const MEGABYTE = 1024 * 1024;
const CSV = { contentType: 'text/csv; charset=utf-8' };

let server: Awaited<ReturnType<typeof serveObjectStore>>;
let store: ReportStore;

beforeAll(async () => {
  server = await serveObjectStore(aBucket());
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
  // The S3 client reads its environment when the module loads.
  const { reportBucket } = await import('#lambdas/runtime/report-bucket.ts');
  store = reportBucket('reports');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});
beforeEach(() => {
  server.calls.length = 0;
});

const operations = () => server.calls.map(({ operation }) => operation);
const held = (key: string) => server.store.read('reports', key);

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(MEGABYTE, index);
}
async function* thatFail(after: number): AsyncGenerator<Uint8Array> {
  yield* megabytes(after);
  throw new Error('no more rows');
}
async function bytesOf(key: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await store.read(key)) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a file', () => {
  test('of little is one request, and comes back as it was', async () => {
    await store.write('exports/a.csv', [Buffer.from('a,'), Buffer.from('b\r\n')], CSV);
    expect(operations()).toEqual(['PutObject']);
    expect((await bytesOf('exports/a.csv')).toString()).toBe('a,b\r\n');
    expect(held('exports/a.csv')?.headers).toEqual({ 'content-type': CSV.contentType });
  });

  test('of nothing is a file, too', async () => {
    await store.write('exports/empty.csv', [], CSV);
    expect(await bytesOf('exports/empty.csv')).toHaveLength(0);
  });

  test('of much goes in parts, and comes back as it was', async () => {
    await store.write('exports/large.csv', megabytes(20), CSV);
    expect(operations().toSorted()).toEqual([
      'CompleteMultipartUpload',
      'CreateMultipartUpload',
      ...Array<string>(4).fill('UploadPart'),
    ]);
    const bytes = await bytesOf('exports/large.csv');
    expect(bytes).toHaveLength(20 * MEGABYTE);
    expect(Array.from({ length: 20 }, (_, index) => bytes[index * MEGABYTE])).toEqual([...Array(20).keys()]);
    expect(held('exports/large.csv')?.headers['content-type']).toBe(CSV.contentType);
  });

  test('that is named .gz stays compressed for those who read it', async () => {
    const rows = Buffer.from('{"a":1}\n');
    await store.write('tables/part-0.ndjson.gz', [gzipSync(rows)], { contentType: 'application/gzip' });
    expect(gunzipSync(await bytesOf('tables/part-0.ndjson.gz'))).toEqual(rows);
    expect(held('tables/part-0.ndjson.gz')?.headers['content-encoding']).toBeUndefined();
  });

  test('that is not there is undefined', async () => {
    expect(await store.read('exports/none.csv')).toBeUndefined();
  });

  test.each([
    ['before the first part', 1, []],
    ['between parts', 20, ['AbortMultipartUpload']],
  ])('whose chunks fail %s stays what it was', async (_, count, last) => {
    await store.write('exports/kept.csv', [Buffer.from('former')], CSV);
    server.calls.length = 0;
    await expect(store.write('exports/kept.csv', thatFail(count), CSV)).rejects.toThrow('no more rows');
    expect((await bytesOf('exports/kept.csv')).toString()).toBe('former');
    expect(operations().filter((name) => name.startsWith('Abort'))).toEqual(last);
    expect(operations()).not.toContain('PutObject');
  });

  test('asks no more of its source than two parts and what is on the way', async () => {
    let asked = 0;
    let most = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of megabytes(80)) {
        asked += 1;
        const sent = server.calls.filter(({ operation }) => operation === 'UploadPart').length;
        most = Math.max(most, asked - sent * 5);
        yield chunk;
      }
    }
    await store.write('exports/long.csv', counted(), CSV);
    expect(asked).toBe(80);
    expect(most).toBeLessThanOrEqual(3 * 5 + 2);
  });
});

test('refusals of S3 are errors, not files that are not there', async () => {
  const { reportBucket } = await import('#lambdas/runtime/report-bucket.ts');
  await expect(reportBucket('other').read('a')).rejects.toMatchObject({ name: 'NoSuchBucket' });
  await expect(reportBucket('other').write('a', [], CSV)).rejects.toMatchObject({ name: 'NoSuchBucket' });
});

test('all keys with a prefix are listed, page after page, in order', async () => {
  const keys = Array.from({ length: 1001 }, (_, index) => `raw/page-${String(index).padStart(4, '0')}.json`);
  for (const key of keys.toReversed()) await store.write(key, [Buffer.from('{}')], CSV);
  server.calls.length = 0;
  expect(await store.list('raw/')).toEqual(keys);
  expect(operations()).toEqual(['ListObjectsV2', 'ListObjectsV2']);
  expect(await store.list('none/')).toEqual([]);
});
