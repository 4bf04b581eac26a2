import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const WRITER = join(import.meta.dirname, 'write-many-rows.ts');
const MEGABYTE = 1024 * 1024;
/** How AWS starts Node in a function of 512 MB; left alone, V8 lets its young generation grow with the machine. */
const FLAGS = ['--max-old-space-size=460', '--max-semi-space-size=25'];

function peakBytes(format: string, rows: number): number {
  const answer = execFileSync(process.execPath, [...FLAGS, WRITER, format, String(rows)]).toString();
  const { peakBytes: peak } = JSON.parse(answer) as { peakBytes: number };
  process.stdout.write(`${format}, ${rows} rows: ${Math.round(peak / MEGABYTE)} MB\n`);
  return peak;
}

it.each([
  ['csv', 180],
  ['ndjson', 180],
  ['json', 180],
  ['parquet', 512],
])('five million rows as %s take less than %i MB, and hardly more than one million', (format, megabytes) => {
  const few = peakBytes(format, 1_000_000);
  const many = peakBytes(format, 5_000_000);

  expect(many).toBeLessThan(megabytes * MEGABYTE);
  expect(many / few).toBeLessThanOrEqual(1.4);
});
