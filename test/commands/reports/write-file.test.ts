import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { showSize, writeFile } from '#bin/commands/reports/write-file.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

async function* chunksOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (text === 'broken') throw new Error('The line is dead');
    yield Buffer.from(text);
  }
}

test('a file is written whole, with its size told', async () => {
  const path = join(folder.path, 'october.csv');

  expect(await writeFile(path, chunksOf('a,', 'b'))).toBe(3);
  expect(await readFile(path, 'utf8')).toBe('a,b');
});

test('where it breaks off the former file stays, and nothing lies beside it', async () => {
  const path = join(folder.path, 'october.csv');
  await writeFile(path, chunksOf('whole'));
  await expect(writeFile(path, chunksOf('half', 'broken'))).rejects.toThrow('The line is dead');

  expect(await readFile(path, 'utf8')).toBe('whole');
  expect(await readdir(folder.path)).toEqual(['october.csv']);
});

test('a folder that is not there is told as such', async () => {
  const path = join(folder.path, 'nowhere/october.csv');

  await expect(writeFile(path, chunksOf('a'))).rejects.toThrow(`${path}: there is no such folder.`);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [12_345, '12 KB'],
  [5_600_000, '5.6 MB'],
  [7e12, '7.0 TB'],
])('%i bytes are %s', (bytes, words) => {
  expect(showSize(bytes)).toBe(words);
});
