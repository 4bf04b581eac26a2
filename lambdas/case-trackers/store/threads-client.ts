import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';

const s3 = new S3Client({});

/** Threads of the redacted store by their keys; undefined where one has given way to a newer. */
export function threadsClient(bucket: string): (key: string) => Promise<CaseThread | undefined> {
  return async (key) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body && (JSON.parse(await Body.transformToString()) as CaseThread);
    } catch (error) {
      // Without the right to list the bucket S3 calls a missing file forbidden.
      if (error instanceof S3ServiceException && ['NoSuchKey', 'AccessDenied'].includes(error.name))
        return undefined;
      throw error;
    }
  };
}
