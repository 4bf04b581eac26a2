import { expect, test } from 'vitest';
import { byteRange } from '#local/object-store/byte-range.ts';

test.each([
  ['bytes=0-3', { first: 0, last: 3 }],
  ['bytes=4-', { first: 4, last: 9 }],
  ['bytes=4-99', { first: 4, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-99', { first: 0, last: 9 }],
])('%s of ten bytes is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range);
});

test.each([undefined, 'bytes=-', 'bytes=5-4', 'bytes=0-1,3-4', 'lines=0-1'])('%s asks for all', (header) => {
  expect(byteRange(header, 10)).toBeUndefined();
});

test.each([
  ['bytes=10-', 10],
  ['bytes=-0', 10],
  ['bytes=0-0', 0],
])('%s of %d bytes cannot be satisfied', (header, size) => {
  expect(() => byteRange(header, size)).toThrow(expect.objectContaining({ status: 416 }) as Error);
});
