import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { gunzipped, gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const CHUNKS = Array.from({ length: 500 }, (_, index) => Buffer.from(`line ${index}\n`.repeat(200)));

it('what was compressed comes back, from any program', async () => {
  const bytes = await collected(gzipped(CHUNKS));

  expect(bytes.length).toBeLessThan(Buffer.concat(CHUNKS).length / 5);
  expect(gunzipSync(bytes).equals(Buffer.concat(CHUNKS))).toBe(true);
  expect((await collected(gunzipped([bytes]))).equals(Buffer.concat(CHUNKS))).toBe(true);
});

it('a file that is cut off is an error', async () => {
  const bytes = await collected(gzipped(CHUNKS));

  await expect(collected(gunzipped([bytes.subarray(0, -100)]))).rejects.toThrow('unexpected end of file');
});

it('an error of what is compressed reaches who reads it', async () => {
  function* broken() {
    yield Buffer.from('one');
    throw new Error('The source broke');
  }

  await expect(collected(gzipped(broken()))).rejects.toThrow('The source broke');
});

it('who stops reading stops the source', async () => {
  let closed = false;
  function* endless() {
    try {
      for (;;) yield Buffer.from(String(Math.random()).repeat(100));
    } finally {
      closed = true;
    }
  }
  for await (const chunk of gzipped(endless())) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }

  await expect.poll(() => closed).toBe(true);
});
