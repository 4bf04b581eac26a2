import { DeleteObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

/** Deletes objects of a bucket that another has taken the place of. */
export function formerObjectsClient(bucket: string) {
  return {
    /** All below the prefix that were written before the moment, but for the one that is kept. */
    async drop(prefix: string, { kept, before }: { kept: string; before: Date }): Promise<void> {
      const pages = paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix });
      for await (const { Contents = [] } of pages) {
        for (const { Key, LastModified } of Contents) {
          if (!Key || Key === kept || !LastModified || LastModified > before) continue;
          await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
        }
      }
    },
  };
}
