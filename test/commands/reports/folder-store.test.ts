import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clearUnfinished, folderStore } from '#bin/commands/reports/folder-store.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';
import { textOf } from '#test/commands/cost/text-of.ts';

const CSV = { contentType: 'text/csv' };
const KEY = 'exports/services-monthly/2026-10.csv';

let folder: Awaited<ReturnType<typeof aFolder>>;
let store: ReturnType<typeof folderStore>;
beforeEach(async () => {
  folder = await aFolder();
  store = folderStore(join(folder.path, 'costs'));
});
afterEach(() => folder.remove());

const write = (key: string, ...texts: string[]) =>
  store.write(
    key,
    texts.map((text) => Buffer.from(text)),
    CSV,
  );

async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  throw new Error('The line is dead');
}

test('a folder that is not there yet is empty', async () => {
  expect(await store.read(KEY)).toBeUndefined();
  expect(await store.list('')).toEqual([]);
});

test('what was written is read, in any number of chunks, and none', async () => {
  await write(KEY, 'a,', 'b', '\r\n');
  await write('empty');

  expect(await textOf(store, KEY)).toBe('a,b\r\n');
  expect(await textOf(store, 'empty')).toBe('');
  expect(await store.read('exports/services-monthly')).toBeUndefined();
  expect(await store.read(`${KEY}/below`)).toBeUndefined();
});

test('keys are listed in order, by the beginning of a name too', async () => {
  for (const key of ['b/2', 'a/x-2.json', 'a/x-10.json', 'a/y.json', 'a/x/deep.json', 'c'])
    await write(key, key);

  expect(await store.list('')).toEqual([
    'a/x-10.json',
    'a/x-2.json',
    'a/x/deep.json',
    'a/y.json',
    'b/2',
    'c',
  ]);
  expect(await store.list('a/x-')).toEqual(['a/x-10.json', 'a/x-2.json']);
  expect(await store.list('a/x')).toEqual(['a/x-10.json', 'a/x-2.json', 'a/x/deep.json']);
  expect(await store.list('a/x/')).toEqual(['a/x/deep.json']);
  expect(await store.list('nowhere/at/all')).toEqual([]);
});

test('every former version is kept beside the reports, and is no report', async () => {
  for (const text of ['first', 'second', 'third']) await write(KEY, text);
  const versions = join(folder.path, 'costs/.versions', KEY);
  const texts = (await readdir(versions)).map((name) => readFile(join(versions, name), 'utf8'));

  expect(await textOf(store, KEY)).toBe('third');
  expect((await Promise.all(texts)).sort()).toEqual(['first', 'second']);
  expect(await store.list('')).toEqual([KEY]);
});

test('a write that breaks off leaves the former file, and nothing of itself (Sakuya1998/aws-cost-exporter)', async () => {
  await write(KEY, 'whole');
  await expect(store.write(KEY, brokenAfter('half'), CSV)).rejects.toThrow('The line is dead');

  expect(await textOf(store, KEY)).toBe('whole');
  expect(await readdir(join(folder.path, 'costs/.unfinished'))).toEqual([]);
  await clearUnfinished(join(folder.path, 'costs'));
  expect(await readdir(join(folder.path, 'costs'))).toEqual(['exports']);
});

test('who reads while it is replaced reads one whole file', async () => {
  const long = (letter: string) => Array.from({ length: 50 }, () => letter.repeat(10_000));
  await write(KEY, ...long('a'));
  const reads = Array.from({ length: 6 }, () => textOf(store, KEY));
  const [read] = await Promise.all([Promise.all(reads), write(KEY, ...long('b'))]);

  for (const text of read) expect(new Set(text)).toHaveProperty('size', 1);
  for (const text of read) expect(text).toHaveLength(500_000);
});

describe('a key that would leave the folder is refused', () => {
  test.each([
    '../outside',
    'a/../../outside',
    'a/..',
    '/etc/passwd',
    'a//b',
    './a',
    'a/./b',
    '..',
    '.',
    '',
    'a/',
    'a\\..\\b',
    'a\0b',
    '.versions/a',
    '.run.json',
  ])('%j', async (key) => {
    await expect(write(key, 'text')).rejects.toThrow('leaves its folder');
    await expect(store.read(key)).rejects.toThrow('leaves its folder');
    expect(await readdir(folder.path)).toEqual([]);
  });
});
