import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aBucket, serveObjectStore } from './serve-object-store.ts';

let server: Awaited<ReturnType<typeof serveObjectStore>>;
beforeEach(async () => {
  server = await serveObjectStore(aBucket(), aBucket({ name: 'plain', versioned: false }));
});
afterEach(() => server.close());

const Bucket = 'reports';
const Key = 'exports/services-monthly/2026-10 größe & <more>.csv';
const put = (Body: string, over: object = {}) =>
  server.client.send(new PutObjectCommand({ Bucket, Key, Body, ...over }));
const get = (over: object = {}) => server.client.send(new GetObjectCommand({ Bucket, Key, ...over }));
const textOf = async (over: object = {}) => (await get(over)).Body?.transformToString();
const code = (name: string, status: number) => ({ name, $metadata: { httpStatusCode: status } });

describe('an object', () => {
  test('comes back as it was written, with what its writer said of it', async () => {
    const ContentType = 'text/csv; charset=utf-8';
    const written = await put('a,b\r\n', { ContentType, Metadata: { run: '7' } });
    const read = await get();

    expect(await read.Body?.transformToString()).toBe('a,b\r\n');
    expect(read).toMatchObject({ ContentType, Metadata: { run: '7' }, ContentLength: 5, ETag: written.ETag });
    expect(written).toMatchObject({ ChecksumCRC32: read.ChecksumCRC32, VersionId: read.VersionId });
    expect(read.ContentEncoding).toBeUndefined();
  });

  test('is addressed by path, without a switch in the client, where the endpoint is an address of numbers', async () => {
    await put('x');
    expect(server.calls[0]?.path).toMatch(/^\/reports\/exports\//);
  });

  test('is found by the name of its host too', async () => {
    await put('x', { Key: 'a.txt' });
    const headers = { host: `reports.localhost:${new URL(server.url).port}` };
    const answer = await server.store.s3Backend({
      ...server.calls[0],
      operation: 'GetObject',
      method: 'GET',
      path: '/a.txt',
      headers,
      body: Buffer.alloc(0),
    } as (typeof server.calls)[0]);
    expect(answer.body.toString()).toBe('x');
  });

  test('may be read in part, from either end', async () => {
    await put('0123456789');
    const part = await get({ Range: 'bytes=2-4' });
    expect(part).toMatchObject({ ContentRange: 'bytes 2-4/10', ContentLength: 3 });
    expect(await part.Body?.transformToString()).toBe('234');
    expect(await textOf({ Range: 'bytes=7-' })).toBe('789');
    expect(await textOf({ Range: 'bytes=-2' })).toBe('89');
    expect(await textOf({ Range: 'bytes=8-99' })).toBe('89');
    await expect(get({ Range: 'bytes=10-' })).rejects.toMatchObject(code('InvalidRange', 416));
  });

  test('tells of itself without its content', async () => {
    server.clock.advance(86_400_000);
    const from = Math.floor(server.clock.now() / 1000) * 1000;
    await put('abc');
    const { ContentLength, LastModified } = await server.client.send(new HeadObjectCommand({ Bucket, Key }));
    expect(ContentLength).toBe(3);
    expect(LastModified?.getTime()).toBeGreaterThanOrEqual(from);
    expect(LastModified?.getTime()).toBeLessThanOrEqual(server.clock.now());
    const missing = server.client.send(new HeadObjectCommand({ Bucket, Key: 'none' }));
    await expect(missing).rejects.toMatchObject(code('NotFound', 404));
  });

  test('that is not there is no such key, and a bucket no such bucket', async () => {
    await expect(get()).rejects.toMatchObject(code('NoSuchKey', 404));
    await expect(get({ Bucket: 'other' })).rejects.toMatchObject(code('NoSuchBucket', 404));
    await server.client.send(new HeadBucketCommand({ Bucket }));
  });

  test('may be copied, with its own words or with new ones', async () => {
    await put('abc', { ContentType: 'text/csv' });
    const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
    const copy = (over: object) =>
      server.client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource, ...over }));
    await copy({});
    expect(await get({ Key: 'copy' })).toMatchObject({ ContentType: 'text/csv', ContentLength: 3 });
    await copy({ MetadataDirective: 'REPLACE', ContentType: 'text/plain' });
    expect(await get({ Key: 'copy' })).toMatchObject({ ContentType: 'text/plain' });
    await expect(copy({ Key })).rejects.toMatchObject(code('InvalidRequest', 400));
  });
});

describe('versions', () => {
  test('of what was overwritten and deleted can still be read', async () => {
    const first = await put('one');
    await put('two');
    await server.client.send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(get()).rejects.toMatchObject(code('NoSuchKey', 404));
    expect(await textOf({ VersionId: first.VersionId })).toBe('one');
    await expect(get({ VersionId: 'none' })).rejects.toMatchObject(code('NoSuchVersion', 404));
  });

  test('come to light again when the marker that hides them is deleted, and are gone when deleted themselves', async () => {
    const first = await put('one');
    const marker = await server.client.send(new DeleteObjectCommand({ Bucket, Key }));
    expect(marker).toMatchObject({ DeleteMarker: true });
    const { VersionId } = marker;
    await expect(get({ VersionId })).rejects.toMatchObject(code('MethodNotAllowed', 405));
    await server.client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    expect(await textOf()).toBe('one');
    await server.client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: first.VersionId }));
    await expect(get()).rejects.toMatchObject(code('NoSuchKey', 404));
  });

  test('are not kept by a bucket without them', async () => {
    expect((await put('one', { Bucket: 'plain' })).VersionId).toBeUndefined();
    await put('two', { Bucket: 'plain' });
    expect(await textOf({ Bucket: 'plain' })).toBe('two');
    const kept = await server.client.send(new ListObjectVersionsCommand({ Bucket: 'plain' }));
    expect(kept.Versions).toMatchObject([{ VersionId: 'null', Size: 3 }]);
    await server.client.send(new DeleteObjectCommand({ Bucket: 'plain', Key }));
    await expect(get({ Bucket: 'plain' })).rejects.toMatchObject(code('NoSuchKey', 404));
  });
});

describe('conditions', () => {
  test('of writers hold for the present object', async () => {
    const first = await put('one', { IfNoneMatch: '*' });
    await expect(put('two', { IfNoneMatch: '*' })).rejects.toMatchObject(code('PreconditionFailed', 412));
    await put('two', { IfMatch: first.ETag });
    await expect(put('three', { IfMatch: first.ETag })).rejects.toMatchObject(
      code('PreconditionFailed', 412),
    );
    await expect(put('x', { Key: 'none', IfMatch: first.ETag })).rejects.toMatchObject(
      code('NoSuchKey', 404),
    );
    expect(await textOf()).toBe('two');
  });

  test('of readers too', async () => {
    const { ETag } = await put('one');
    expect(await textOf({ IfMatch: ETag })).toBe('one');
    await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject(code('Unknown', 304));
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject(code('PreconditionFailed', 412));
    const now = new Date(server.clock.now() + 60_000);
    await expect(get({ IfModifiedSince: now })).rejects.toMatchObject(code('Unknown', 304));
    const past = new Date(server.clock.now() - 60_000);
    await expect(get({ IfUnmodifiedSince: past })).rejects.toMatchObject(code('PreconditionFailed', 412));
  });
});

describe('what S3 refuses is refused', () => {
  test.each([
    ['a key of more than 1,024 bytes', { Key: 'ö'.repeat(513) }, 'KeyTooLongError'],
    ['a checksum that is wrong', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest'],
    ['a digest that is wrong', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'BadDigest'],
    ['a digest that is none', { ContentMD5: 'AAAA' }, 'InvalidDigest'],
    ['a header that is not emulated', { ACL: 'private' }, 'NotImplemented'],
    ['keys of KMS', { ServerSideEncryption: 'aws:kms' }, 'NotImplemented'],
  ])('%s', async (_, over, name) => {
    await expect(put('abc', over)).rejects.toMatchObject({ name });
    expect(server.store.keys(Bucket)).toEqual([]);
  });

  test('an operation that is not emulated', async () => {
    const tag = new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [] } });
    await expect(server.client.send(tag)).rejects.toMatchObject(code('NotImplemented', 501));
  });

  test('a question about an object that is not emulated', async () => {
    await put('abc');
    const asked = server.client.send(new GetObjectAclCommand({ Bucket, Key }));
    await expect(asked).rejects.toMatchObject(code('NotImplemented', 501));
  });

  test('a client of another Region', async () => {
    const credentials = { accessKeyId: 'AKIAREEVE', secretAccessKey: 'secret' };
    const elsewhere = new S3Client({ endpoint: server.url, region: 'us-east-1', credentials });
    const asked = elsewhere.send(new GetObjectCommand({ Bucket, Key }));
    await expect(asked).rejects.toMatchObject({ name: 'PermanentRedirect' });
    elsewhere.destroy();
  });
});
