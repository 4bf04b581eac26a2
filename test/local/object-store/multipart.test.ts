import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aBucket, serveObjectStore } from './serve-object-store.ts';

const PART = Buffer.alloc(5 * 1024 * 1024, 'a');
const Bucket = 'reports';
const Key = 'tables/large.ndjson.gz';

let server: Awaited<ReturnType<typeof serveObjectStore>>;
let UploadId: string | undefined;
beforeEach(async () => {
  server = await serveObjectStore(aBucket());
  UploadId = await begin();
});
afterEach(() => server.close());

async function begin(over: object = { ChecksumAlgorithm: 'CRC32' }): Promise<string | undefined> {
  const create = new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'text/plain', ...over });
  return (await server.client.send(create)).UploadId;
}
async function send(PartNumber: number, Body: Uint8Array, id = UploadId): Promise<CompletedPart> {
  const command = new UploadPartCommand({ Bucket, Key, UploadId: id, PartNumber, Body });
  const { ETag, ChecksumCRC32 } = await server.client.send(command);
  return { PartNumber, ETag, ChecksumCRC32 };
}
const complete = (Parts: CompletedPart[], over: object = {}) =>
  server.client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...over }),
  );

describe('an upload in parts', () => {
  test('is seen by nobody until it is complete, then as one object', async () => {
    const parts = [await send(2, Buffer.from('the end')), await send(1, PART)].toReversed();
    expect(server.store.keys(Bucket)).toEqual([]);
    const done = await complete(parts);
    expect(done).toMatchObject({ ETag: expect.stringMatching(/-2"$/) as string, ChecksumType: 'COMPOSITE' });

    const read = await server.client.send(new GetObjectCommand({ Bucket, Key }));
    expect(read).toMatchObject({ ContentType: 'text/plain', ChecksumCRC32: done.ChecksumCRC32 });
    const bytes = Buffer.from((await read.Body?.transformToByteArray()) ?? []);
    expect(bytes.equals(Buffer.concat([PART, Buffer.from('the end')]))).toBe(true);
    await expect(complete(parts)).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  test('may send a part again', async () => {
    await send(1, Buffer.from('wrong'));
    await complete([await send(1, Buffer.from('right'))]);
    expect(server.store.read(Bucket, Key)?.content.toString()).toBe('right');
  });

  test('that is given up leaves nothing', async () => {
    const part = await send(1, PART);
    await server.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    await expect(complete([part])).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(send(1, PART)).rejects.toMatchObject({ name: 'NoSuchUpload' });
    expect(server.store.keys(Bucket)).toEqual([]);
  });

  test('heeds the conditions of a writer when it is completed', async () => {
    const other = await begin();
    const part = await send(1, PART);
    await complete([part]);
    const again = await send(1, PART, other);
    const late = complete([again], { UploadId: other, IfNoneMatch: '*' });
    await expect(late).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });
});

describe('what S3 refuses of parts is refused', () => {
  test('a part below 5 MiB that is not the last', async () => {
    const parts = [await send(1, PART.subarray(1)), await send(2, PART)];
    await expect(complete(parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
  });

  test('parts out of order, none at all, or of another upload', async () => {
    const [one, two] = [await send(1, PART), await send(2, PART)];
    await expect(complete([two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete([one, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete([])).rejects.toMatchObject({ name: 'MalformedXML' });
    await expect(complete([one], { Key: 'other' })).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  test('a part that was never sent, or that changed', async () => {
    const part = await send(1, PART);
    await expect(complete([part, { ...part, PartNumber: 2 }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await send(1, Buffer.from('changed'));
    await expect(complete([part])).rejects.toMatchObject({ name: 'InvalidPart' });
  });

  test('a part without the checksum that the upload chose, sent or named', async () => {
    const { ChecksumCRC32: _, ...named } = await send(1, PART);
    await expect(complete([named])).rejects.toMatchObject({ name: 'InvalidRequest' });
    UploadId = await begin({ ChecksumAlgorithm: 'SHA256' });
    await expect(send(1, PART)).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  test.each([0, 10_001])('the part number %d', async (number) => {
    await expect(send(number, PART)).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});
