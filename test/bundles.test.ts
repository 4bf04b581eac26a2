import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundleOf, functionNames } from '#lib/platform/bundle-functions.ts';

/** A cold start reads, unpacks and compiles all of it. */
const LIMIT_BYTES = 300 * 1024;
const LIMIT_GZIPPED_BYTES = 95 * 1024;

describe.each(functionNames())('the bundle of %s', (name) => {
  const folder = bundleOf(name);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));

  test('is 300 KB at most', () => {
    expect(sum(files)).toBeGreaterThan(10_000);
    expect(sum(files)).toBeLessThanOrEqual(LIMIT_BYTES);
  });

  test('is 95 KB at most when compressed', () => {
    expect(sum(files.map((file) => gzipSync(file)))).toBeLessThanOrEqual(LIMIT_GZIPPED_BYTES);
  });
});

function sum(files: { length: number }[]): number {
  return files.reduce((total, { length }) => total + length, 0);
}
