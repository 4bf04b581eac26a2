import { Readable } from 'node:stream';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAwsChunked } from '#local/object-store/aws-chunked.ts';
import { readBody } from '#local/object-store/read-body.ts';
import { aBucket, serveObjectStore } from './serve-object-store.ts';

const STREAMED = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x-amz-decoded-content-length': '3',
  'x-amz-trailer': 'x-amz-checksum-crc32',
};
const CRC32_OF_ABC = 'NSRBwg==';
const chunked = (text: string, trailer = `x-amz-checksum-crc32:${CRC32_OF_ABC}`) =>
  Buffer.from(`${text.length.toString(16)}\r\n${text}\r\n0\r\n${trailer}\r\n\r\n`);
const read =
  (body: Buffer, headers: Record<string, string> = STREAMED) =>
  () =>
    readBody({ headers, body });

describe('a body in chunks', () => {
  test('is put together, and its checksum comes behind it', () => {
    const { content, checksum } = read(chunked('abc'))();
    expect(content.toString()).toBe('abc');
    expect(checksum).toEqual({ algorithm: 'crc32', value: CRC32_OF_ABC, type: 'FULL_OBJECT' });
  });

  test('may be signed chunk by chunk', () => {
    const body = Buffer.from('3;chunk-signature=ab\r\nabc\r\n0;chunk-signature=cd\r\n\r\n');
    expect(decodeAwsChunked(body)).toEqual({ content: Buffer.from('abc'), trailers: {} });
  });

  test.each([
    ['with a wrong checksum', chunked('abd'), 'BadDigest'],
    ['without the promised trailer', chunked('abc', 'x-amz-other:1'), 'MalformedTrailerError'],
    ['with a trailer that is none', chunked('abc', 'nonsense'), 'MalformedTrailerError'],
    ['of another length than told', chunked('abcd'), 'IncompleteBody'],
    ['that breaks off', chunked('abc').subarray(0, 6), 'IncompleteBody'],
    ['whose chunk is longer than it says', Buffer.from('2\r\nabc\r\n0\r\n\r\n'), 'IncompleteBody'],
    ['without sizes', Buffer.from('abc\r\n'), 'IncompleteBody'],
  ])('%s is refused', (_, body, name) => {
    expect(read(body)).toThrow(expect.objectContaining({ name }) as Error);
  });

  test('cut anywhere gives what it was cut from', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 })), (chunks) => {
        const parts = chunks.flatMap((chunk) => [
          Buffer.from(`${chunk.length.toString(16)}\r\n`),
          chunk,
          Buffer.from('\r\n'),
        ]);
        const { content } = decodeAwsChunked(Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]));
        expect(content.equals(Buffer.concat(chunks))).toBe(true);
      }),
    );
  });

  test('is what the SDK makes of a stream', async () => {
    const server = await serveObjectStore(aBucket());
    const Body = Readable.from([Buffer.from('abc'), Buffer.from('def')]);
    await server.client.send(
      new PutObjectCommand({ Bucket: 'reports', Key: 'a', Body, ContentLength: 6, ContentEncoding: 'gzip' }),
    );
    const object = server.store.read('reports', 'a');
    expect(server.calls[0]?.headers['content-encoding']).toContain('aws-chunked');
    expect(object).toMatchObject({
      headers: { 'content-encoding': 'gzip' },
      checksum: { algorithm: 'crc32' },
    });
    expect(object?.content.toString()).toBe('abcdef');
    await server.close();
  });
});

test('a body of unknown length is refused', () => {
  expect(read(Buffer.from('abc'), {})).toThrow(expect.objectContaining({ status: 411 }) as Error);
});

test('a body that is not what was signed is refused', () => {
  const headers = { 'content-length': '3', 'x-amz-content-sha256': '0'.repeat(64) };
  expect(read(Buffer.from('abc'), headers)).toThrow(/x-amz-content-sha256/);
});

test.each(['sha1', 'sha256'])('%s is understood, too', (algorithm) => {
  const headers = { 'content-length': '3', [`x-amz-checksum-${algorithm}`]: 'AAAA' };
  expect(read(Buffer.from('abc'), headers)).toThrow(expect.objectContaining({ name: 'BadDigest' }) as Error);
});
