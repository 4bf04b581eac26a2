import { describe, expect, test } from 'vitest';
import { secretKinds, textOfFile } from '#lambdas/case-trackers/attach/file-secrets.ts';

const KEY = ['AKIA', 'Z3MX7QK2PLW5RTVN'].join('');
const LINE = '2026-11-23T10:00:00Z INFO 東京 request 17 took 12 ms\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const kindsOf = async (bytes: Uint8Array) => secretKinds(textOfFile(bytes) ?? '');

test('a log without secrets has none', async () => {
  expect(await kindsOf(bytesOf(LINE.repeat(20_000)))).toEqual([]);
});

test.each([262_144 - 10, 262_144 - 16_384 - 5, 245_760, 500_000, 0])(
  'a key is found wherever it stands in a long text: %i',
  async (at) => {
    const text = LINE.repeat(20_000);
    const start = text.lastIndexOf(' ', at) + 1;

    expect(await kindsOf(bytesOf(`${text.slice(0, start)}${KEY} ${text.slice(start)}`))).toEqual([
      'AWS access key id',
    ]);
  },
);

test('a key at the very end is found', async () => {
  expect(await kindsOf(bytesOf(`${LINE.repeat(15_000)}${KEY}`))).toEqual(['AWS access key id']);
});

describe('a text is one by its content', () => {
  test('of UTF-16, as Windows writes', async () => {
    const little = Buffer.from(`\uFEFF${LINE}${KEY}`, 'utf16le');
    expect(await kindsOf(little)).toEqual(['AWS access key id']);
    expect(await kindsOf(Buffer.from(little).swap16())).toEqual(['AWS access key id']);
  });

  test('of Shift_JIS', async () => {
    const bytes = Buffer.concat([Buffer.from([0x93, 0x8c, 0x8b, 0x9e, 0x20]), Buffer.from(KEY)]);
    expect(await kindsOf(bytes)).toEqual(['AWS access key id']);
  });

  test('and a picture is none', () => {
    expect(textOfFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBeUndefined();
  });
});
