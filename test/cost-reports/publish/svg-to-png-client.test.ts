import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { digestChart } from '#lambdas/cost-reports/publish/digest-chart.ts';
import { svgToPng } from '#lambdas/cost-reports/publish/svg-to-png-client.ts';
import { packedAssets, readInstalled } from '#lib/platform/function-assets.ts';
import { aSummary } from '#test/cost-reports/digest/a-summary.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const packed = packedAssets('cost-reports');

/** Size and bytes of a PNG's pixels. */
function readPng(png: Uint8Array): { width: number; height: number; pixels: Buffer } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8)).toEqual(SIGNATURE);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    pixels: inflateSync(Buffer.concat(data)),
  };
}

test('the picture of a digest becomes a PNG of its size that is not blank', async () => {
  const { width, height, pixels } = readPng(await svgToPng(readInstalled)(digestChart(aSummary())));

  expect([width, height]).toEqual([1000, 420]);
  expect(new Set(pixels).size).toBeGreaterThan(50);
});

test('text is drawn: the font is found', async () => {
  const draw = svgToPng(readInstalled);
  const svg = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" font-family="Inter"><text x="2" y="15">${text}</text></svg>`;

  expect(readPng(await draw(svg('$1,234'))).pixels).not.toEqual(readPng(await draw(svg(''))).pixels);
});

test('in a function the files are read from beside the bundle, packed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-picture-'));
  for (const { name, bytes } of packed) writeFileSync(join(folder, name), bytes);
  vi.stubEnv('LAMBDA_TASK_ROOT', folder);

  const svg = digestChart(aSummary());
  expect(await svgToPng()(svg)).toEqual(await svgToPng(readInstalled)(svg));
});

test('the files beside the bundle leave the folder far below three megabytes', () => {
  const sizes = packed.map(({ bytes }) => bytes.length);

  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
  expect(packedAssets('alert-desk')).toEqual([]);
});
