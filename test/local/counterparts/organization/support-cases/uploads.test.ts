import {
  AddCommunicationToCaseCommand,
  CompleteAttachmentUploadCommand,
  DescribeAttachmentUploadStatusCommand,
  GetAttachmentDownloadLinkCommand,
  GetAttachmentUploadLinksCommand,
  type GetAttachmentUploadLinksCommandInput,
} from '@aws-sdk/client-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HUB } from '#test/local/counterparts/organization/served-world.ts';
import { HOUR_MS, type ServedCases, servedCases } from './asked-cases.ts';

const MEGABYTE = 1024 * 1024;

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

const links = (input: Partial<GetAttachmentUploadLinksCommandInput>, client = served.client) =>
  client.send(new GetAttachmentUploadLinksCommand({ fileName: 'heap.bin', ...input }));
const statusOf = async (uploadId: string | undefined) =>
  (await served.client.send(new DescribeAttachmentUploadStatusCommand({ uploadId }))).uploadStatus;

/** Puts a file of 7 MB by its links, and says that it is whole. */
async function upload(eTagOf = (eTag: string) => eTag, fileSizeBytes = 7 * MEGABYTE) {
  const file = Buffer.alloc(7 * MEGABYTE, 'heap');
  const { uploadId, uploadUrls = [], partSizeBytes = 0 } = await links({ fileSizeBytes });
  const completedUploads = [];
  for (const { partIndex = 0, url = '' } of uploadUrls) {
    const part = file.subarray((partIndex - 1) * partSizeBytes, partIndex * partSizeBytes);
    const answer = await served.fetchLink(url, part);
    completedUploads.push({ partIndex, eTag: eTagOf(answer?.headers['etag'] ?? '') });
  }
  const command = new CompleteAttachmentUploadCommand({ uploadId, completedUploads });
  const { uploadStatus } = await served.client.send(command);
  return { file, uploadId: uploadId ?? '', uploadStatus };
}

test('A large file goes in parts, is looked at, and goes with a message', async () => {
  const { file, uploadId, uploadStatus } = await upload();
  expect(uploadStatus).toBe('attachment-not-ready');
  const [caseId] = served.open().caseIds;
  const words = { caseId, communicationBody: 'The heap', uploadIds: [uploadId] };
  const reply = () => served.client.send(new AddCommunicationToCaseCommand(words));
  await expect(reply()).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  served.clock.advance(10_000);
  expect(await statusOf(uploadId)).toBe('attachment-ready');
  await reply();
  const message = (await served.ask()).cases?.[0]?.recentCommunications?.communications?.[0];
  expect(message?.attachmentSet).toEqual([]);
  const [{ attachmentId } = { attachmentId: '' }] = message?.attachments ?? [];
  const { downloadUrl } = await served.client.send(new GetAttachmentDownloadLinkCommand({ attachmentId }));
  expect((await served.fetchLink(downloadUrl?.url ?? ''))?.body).toEqual(file);
});

test('A file that is shorter than was said fails the upload', async () => {
  expect((await upload(undefined, 7 * MEGABYTE + 1)).uploadStatus).toBe('failed');
});

test('A part whose mark is another one fails the upload', async () => {
  const { uploadId, uploadStatus } = await upload(() => '"other"');
  expect([uploadStatus, await statusOf(uploadId)]).toEqual(['failed', 'failed']);
});

test('At most ten links come at once, from the first part on', async () => {
  const first = await links({ fileSizeBytes: 120 * MEGABYTE });
  const { uploadId } = first;
  const indexesOf = ({ uploadUrls = [] }: typeof first) => uploadUrls.map(({ partIndex }) => partIndex);
  expect([first.totalParts, first.nextIndex, indexesOf(first).length]).toEqual([24, 11, 10]);
  const last = await links({ uploadId, uploadRange: { startIndex: 23 } });
  expect([indexesOf(last), last.nextIndex]).toEqual([[23, 24], undefined]);
  const some = await links({ uploadId, uploadRange: { startIndex: 2, endIndex: 4 } });
  expect([indexesOf(some), some.nextIndex]).toEqual([[2, 3], 4]);
});

test.each([
  [{}, 'InvalidParameterValueException'],
  [{ fileSizeBytes: 157_286_401 }, 'ValidationException'],
  [{ fileSizeBytes: 0 }, 'ValidationException'],
  [{ fileSizeBytes: 1, fileName: undefined }, 'ValidationException'],
  [{ fileSizeBytes: 1, uploadRange: { startIndex: 0 } }, 'ValidationException'],
  [{ fileSizeBytes: 1, uploadRange: { startIndex: 1, endIndex: 12 } }, 'InvalidParameterValueException'],
  [{ uploadId: 'upload-none' }, 'UploadIdNotFound'],
])('It refuses %j', async (input, name) => {
  await expect(links(input)).rejects.toMatchObject({ name });
});

test('A link to put a part to expires, takes no other method, and is of its account', async () => {
  const { uploadId, uploadUrls: [link] = [] } = await links({ fileSizeBytes: 10 });
  const other = link?.url?.replace('uploadv1', 'downloadv1') ?? '';
  expect(await served.fetchLink(other)).toMatchObject({ status: 403 });
  expect(await served.fetchLink(link?.url ?? '')).toMatchObject({ status: 403 });
  await expect(links({ uploadId }, served.clientIn('us-east-1', HUB))).rejects.toMatchObject({
    name: 'UploadIdNotFound',
  });
  served.clock.advance(HOUR_MS + 1000);
  expect(await served.fetchLink(link?.url ?? '', Buffer.alloc(10))).toMatchObject({ status: 403 });
});
