import assert from 'node:assert/strict';
import {
  CreateBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const MEGABYTE = 1024 * 1024;
const KIND = { contentType: 'application/gzip' };
const Bucket = 'reeve-reports';

type Check = (store: ReportStore, s3: S3Client) => Promise<void>;

const CHECKS: Record<string, Check> = {
  'a small file comes back as it was, of its own kind and as no encoding': async (store, s3) => {
    await store.write('exports/Größe =1+1.csv', [Buffer.from('a,'), Buffer.from('b\r\n')], KIND);
    assert.equal(await textOf(store, 'exports/Größe =1+1.csv'), 'a,b\r\n');
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'exports/Größe =1+1.csv' }));
    assert.deepEqual([head.ContentType, head.ContentEncoding], [KIND.contentType, undefined]);
  },
  'an empty file is a file, one that is not there is none': async (store) => {
    await store.write('exports/empty.csv', [], KIND);
    assert.equal(await textOf(store, 'exports/empty.csv'), '');
    assert.equal(await store.read('exports/none.csv'), undefined);
  },
  'a file of 12 MB goes in three parts and comes back as it was': async (store, s3) => {
    await store.write('exports/large.csv', megabytes(12), KIND);
    const bytes = await collected((await store.read('exports/large.csv')) ?? []);
    assert.equal(Buffer.compare(bytes, await collected(megabytes(12))), 0);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'exports/large.csv' }));
    assert.match(head.ETag ?? '', /-3"$/);
    assert.equal(head.ContentType, KIND.contentType);
  },
  'a file that fails on its way leaves the former one, and no parts': async (store, s3) => {
    await store.write('exports/kept.csv', [Buffer.from('former')], KIND);
    await assert.rejects(store.write('exports/kept.csv', thatFail(), KIND), /no more rows/);
    assert.equal(await textOf(store, 'exports/kept.csv'), 'former');
    const { Uploads = [] } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
    assert.deepEqual(Uploads, []);
  },
  'a file that is replaced stays as a version': async (store, s3) => {
    for (const text of ['first', 'second']) await store.write('tables/a', [Buffer.from(text)], KIND);
    assert.equal(await textOf(store, 'tables/a'), 'second');
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'tables/a' }));
    const kept = new Map(Versions.map(({ Size, IsLatest }) => [Size, IsLatest]));
    assert.deepEqual(
      kept,
      new Map([
        [6, true],
        [5, false],
      ]),
    );
  },
  'more keys than fit a page are listed in order, those of the prefix alone': async (store) => {
    const keys = Array.from({ length: 1001 }, (_, index) => `raw/query=a/${String(index).padStart(4, '0')}`);
    for (const key of keys.toReversed()) await store.write(key, [Buffer.from('{}')], KIND);
    assert.deepEqual(await store.list('raw/query=a/'), keys);
    assert.deepEqual(await store.list('raw/query=b/'), []);
  },
};

/** The bucket of the reports, where moto is S3: what our own S3 says of the adapter is true of another one too. */
export async function playReportBucket(url: string, tally: Tally): Promise<void> {
  const s3 = new S3Client({ endpoint: url, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  // The S3 client reads its environment when the module loads.
  const { reportBucket } = await import('#lambdas/runtime/report-bucket.ts');
  for (const [behaviour, check] of Object.entries(CHECKS)) {
    try {
      await check(reportBucket(Bucket), s3);
      tally.passed(`moto: in the report bucket ${behaviour}`);
    } catch (error) {
      tally.failed(`moto: in the report bucket ${behaviour}\n  ${String(error)}`);
    }
  }
}

async function textOf(store: ReportStore, key: string): Promise<string> {
  return (await collected((await store.read(key)) ?? [Buffer.from('nothing')])).toString();
}

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(MEGABYTE, index + 1);
}

async function* thatFail(): AsyncGenerator<Uint8Array> {
  yield* megabytes(8);
  throw new Error('no more rows');
}
