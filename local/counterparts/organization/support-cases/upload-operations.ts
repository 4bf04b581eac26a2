import { createHash, randomBytes } from 'node:crypto';
import { AwsError } from '#local/proxy/aws-call.ts';
import type { WorldAttachment, WorldUpload } from '../world-cases.ts';
import { attachmentLink } from './attachment-link.ts';
import type { CaseCaller, CaseOperation } from './case-caller.ts';

const PART_BYTES = 5 * 1024 * 1024;
const MOST_LINKS = 10;
/** How long AWS looks at a file before it may go with a message. */
const LOOK_MS = 10_000;

type LinksQuestion = {
  fileName: string;
  fileSizeBytes?: number;
  uploadId?: string;
  uploadRange?: { startIndex: number; endIndex?: number };
};

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_GetAttachmentUploadLinks.html */
export const getAttachmentUploadLinks: CaseOperation<LinksQuestion> = (input, caller) => {
  const { fileName, fileSizeBytes, uploadRange } = input;
  const former = input.uploadId === undefined ? undefined : knownUpload(input.uploadId, caller);
  const bytes = former?.bytes ?? fileSizeBytes;
  if (bytes === undefined) throw invalid('A new upload needs fileSizeBytes');
  const totalParts = partsOf(bytes);
  const { startIndex, endIndex = startIndex + MOST_LINKS } = uploadRange ?? { startIndex: 1 };
  if (endIndex <= startIndex || endIndex - startIndex > MOST_LINKS || startIndex > totalParts)
    throw invalid('uploadRange is not a range of at most ten parts');
  return () => {
    const uploadId = input.uploadId ?? `upload-${randomBytes(16).toString('hex')}`;
    caller.support.uploads[uploadId] ??= { account: caller.account.id, fileName, bytes, parts: {} };
    const end = Math.min(endIndex, totalParts + 1);
    const expiresAt = caller.now + caller.support.habits.linkMs;
    return {
      uploadId,
      partSizeBytes: PART_BYTES,
      totalParts,
      ...(end <= totalParts ? { nextIndex: end } : {}),
      uploadUrls: Array.from({ length: end - startIndex }, (_, at) => {
        const partIndex = startIndex + at;
        const path = `${uploadId}/${partIndex}`;
        return {
          partIndex,
          ...attachmentLink({ kind: 'upload', region: caller.call.region, path, expiresAt }),
        };
      }),
    };
  };
};

type Completion = { uploadId: string; completedUploads: { partIndex: number; eTag: string }[] };

export const completeAttachmentUpload: CaseOperation<Completion> = (input, caller) => {
  const upload = knownUpload(input.uploadId, caller);
  return () => {
    const told = new Map(input.completedUploads.map(({ partIndex, eTag }) => [partIndex, eTag]));
    const indexes = Array.from({ length: partsOf(upload.bytes) }, (_, at) => at + 1);
    const isWhole =
      indexes.every((index) => upload.parts[index] && told.get(index) === upload.parts[index].eTag) &&
      contentOfParts(upload).length === upload.bytes;
    Object.assign(upload, isWhole ? { completedAt: caller.now } : { hasFailed: true });
    return { uploadStatus: statusOf(upload, caller.now) };
  };
};

export const describeAttachmentUploadStatus: CaseOperation<{ uploadId: string }> = ({ uploadId }, caller) => {
  const upload = knownUpload(uploadId, caller);
  return () => ({
    uploadStatus: statusOf(upload, caller.now),
    fileName: upload.fileName,
    uploadProgress: {
      totalParts: partsOf(upload.bytes),
      completedPartsCount: Object.keys(upload.parts).length,
    },
  });
};

/** A file that a message may take along. */
export function finishedUpload(uploadId: string, caller: CaseCaller): WorldAttachment {
  const upload = knownUpload(uploadId, caller);
  if (statusOf(upload, caller.now) !== 'attachment-ready') throw invalid('The upload is not ready');
  const { fileName, bytes } = upload;
  return { id: uploadId, fileName, bytes, data: contentOfParts(upload).toString('base64') };
}

/** A part comes in; gives its ETag. */
export function takePart(upload: WorldUpload, index: number, body: Buffer): string {
  const eTag = `"${createHash('md5').update(body).digest('hex')}"`;
  upload.parts[index] = { data: body.toString('base64'), eTag };
  return eTag;
}

function statusOf({ completedAt, hasFailed }: WorldUpload, now: number): string {
  if (hasFailed) return 'failed';
  const isReady = completedAt !== undefined && now >= completedAt + LOOK_MS;
  return isReady ? 'attachment-ready' : 'attachment-not-ready';
}

function knownUpload(id: string, { support, account }: CaseCaller): WorldUpload {
  const upload = support.uploads[id];
  if (upload?.account === account.id) return upload;
  throw new AwsError('UploadIdNotFound', 'The upload could not be found.');
}

const partsOf = (bytes: number) => Math.ceil(bytes / PART_BYTES);
const contentOfParts = ({ parts }: WorldUpload) =>
  Buffer.concat(Object.keys(parts).map((index) => Buffer.from(parts[Number(index)]?.data ?? '', 'base64')));
const invalid = (message: string) => new AwsError('InvalidParameterValueException', message);
