import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** Errors that somebody must mend. To those without s3:ListBucket a missing file is forbidden too. */
const REFUSALS = new Set(['AccessDenied', 'AllAccessDisabled', 'Forbidden', 'NoSuchBucket']);
/** A delivery takes some minutes. */
const DELIVERY_SECONDS = 300;

/** The files of an export, in whatever Region its bucket is: Data Exports is not tied to that of the hub. */
export function exportBucket(bucket: string): ExportFiles {
  const s3 = new S3Client({ followRegionRedirects: true });

  async function open({ key, version }: ExportFile, range?: string) {
    const input = { Bucket: bucket, Key: key, IfMatch: version, ...(range ? { Range: range } : {}) };
    const { Body } = await s3.send(new GetObjectCommand(input));
    if (!Body) throw new Error('A file of the export has no content');
    return Body;
  }

  return {
    list: (prefix) =>
      told(bucket, async () => {
        const files: ExportFile[] = [];
        const pages = paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix });
        for await (const { Contents = [] } of pages) {
          for (const { Key: key, Size: bytes = 0, ETag: version = '', LastModified } of Contents) {
            if (key) files.push({ key, bytes, version, writtenAt: LastModified ?? new Date(0) });
          }
        }
        return files;
      }),

    read: (file) => told(bucket, async () => (await open(file)) as AsyncIterable<Uint8Array>),

    slice: (file, start, end) =>
      told(bucket, async () => (await open(file, `bytes=${start}-${end - 1}`)).transformToByteArray()),
  };
}

async function told<T>(bucket: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (REFUSALS.has(error.name)) throw new ExportRefusal('access', accessMessage(bucket, error.name));
    const isReplaced = error.name === 'PreconditionFailed' || error.name === 'NoSuchKey';
    throw new RetryLaterError(isReplaced ? 'The export is being delivered' : 'S3 did not give the export', {
      cause: error,
      ...(isReplaced ? { afterSeconds: DELIVERY_SECONDS } : {}),
    });
  }
}

function accessMessage(bucket: string, name: string): string {
  if (name === 'NoSuchBucket')
    return `There is no bucket ${bucket}; costs.focus.bucket in reeve.config.ts names it.`;
  return `S3 refuses to let the bucket ${bucket} be read; its policy, and that of its KMS key if it has one, must allow s3:GetObject and s3:ListBucket to who runs this.`;
}
