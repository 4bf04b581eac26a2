import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aBucket, serveObjectStore } from './serve-object-store.ts';

const Bucket = 'reports';

let server: Awaited<ReturnType<typeof serveObjectStore>>;
beforeEach(async () => {
  server = await serveObjectStore(aBucket());
});
afterEach(() => server.close());

const put = (Key: string, Body = Key) => server.client.send(new PutObjectCommand({ Bucket, Key, Body }));
const list = (over: object = {}) => server.client.send(new ListObjectsV2Command({ Bucket, ...over }));
const keysOf = async (over: object = {}) => (await list(over)).Contents?.map(({ Key }) => Key);

describe('a listing', () => {
  test('has every key with size and time, in the order of their bytes', async () => {
    for (const key of ['b', '\u{1F4B6}', 'a/2', 'Z', '\uFF1D', 'a/10']) await put(key);
    expect(await keysOf()).toEqual(['Z', 'a/10', 'a/2', 'b', '\uFF1D', '\u{1F4B6}']);
    const { Contents } = await list({ Prefix: 'a/1' });
    expect(Contents).toMatchObject([
      { Size: 4, StorageClass: 'STANDARD', ETag: expect.any(String) as string },
    ]);
  });

  test('is empty where nothing is', async () => {
    expect(await list({ Prefix: 'none' })).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  test('leaves out what is deleted', async () => {
    await put('gone');
    await server.client.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    expect(await keysOf()).toBeUndefined();
  });

  test('tells keys that share a folder as one', async () => {
    for (const key of ['exports/a/1', 'exports/a/2', 'exports/b/1', 'exports/c', 'raw/1']) await put(key);
    const first = await list({ Prefix: 'exports/', Delimiter: '/', MaxKeys: 2 });
    expect(first.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['exports/a/', 'exports/b/']);
    expect(first).toMatchObject({ KeyCount: 2, IsTruncated: true });
    const ContinuationToken = first.NextContinuationToken;
    const second = await list({ Prefix: 'exports/', Delimiter: '/', MaxKeys: 2, ContinuationToken });
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['exports/c']);
    expect(second.IsTruncated).toBe(false);
  });

  test('goes on page by page to the end, a thousand keys each at most', async () => {
    const keys = Array.from({ length: 1003 }, (_, index) => `k${String(index).padStart(4, '0')}`);
    for (const key of keys) await put(key, '.');
    const pages: (string | undefined)[][] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: server.client }, { Bucket }))
      pages.push(Contents.map(({ Key }) => Key));
    expect(pages.map(({ length }) => length)).toEqual([1000, 3]);
    expect(pages.flat()).toEqual(keys);
    expect((await list({ MaxKeys: 5000 })).MaxKeys).toBe(1000);
  });

  test('begins after a key', async () => {
    for (const key of ['a', 'b', 'c']) await put(key);
    expect(await keysOf({ StartAfter: 'a' })).toEqual(['b', 'c']);
    expect(await keysOf({ StartAfter: 'aa', MaxKeys: 1 })).toEqual(['b']);
  });

  test('brings letters that XML cannot hold, as such or for an address', async () => {
    await put('a <&"\t b');
    expect(await keysOf()).toEqual(['a <&"\t b']);
    expect(await keysOf({ EncodingType: 'url' })).toEqual(['a+%3C%26%22%09+b']);
  });

  test.each([{ ContinuationToken: 'x' }, { MaxKeys: -1 }, { EncodingType: 'xml' }])(
    'refuses %j',
    async (over) => {
      await expect(list(over)).rejects.toMatchObject({ name: 'InvalidArgument' });
    },
  );
});

test('all versions are listed, the newest of a key first, page by page', async () => {
  await put('a', '1');
  await put('a', '22');
  await server.client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await put('b');
  const page = (over: object) =>
    server.client.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 2, ...over }));
  const first = await page({});
  expect(first.DeleteMarkers).toMatchObject([{ Key: 'a', IsLatest: true }]);
  expect(first.Versions).toMatchObject([{ Key: 'a', Size: 2, IsLatest: false }]);
  expect(first.IsTruncated).toBe(true);
  const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = first;
  const second = await page({ KeyMarker, VersionIdMarker });
  expect(second.Versions).toMatchObject([
    { Key: 'a', Size: 1 },
    { Key: 'b', IsLatest: true },
  ]);
  expect(second.IsTruncated).toBe(false);
  expect((await page({ KeyMarker: 'a' })).Versions).toMatchObject([{ Key: 'b' }]);
  await expect(page({ VersionIdMarker: 'x' })).rejects.toMatchObject({ name: 'InvalidArgument' });
});
