import { DeleteObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

/** Deletes objects of a bucket that another has taken the place of. */
export function formerObjectsClient(bucket: string) {
  const remove = async (key: string) =>
    void (await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
  return {
    /** One that may be gone already. */
    remove,

    /** All below the prefix that were written before the moment, but for the one that is kept. Says whether that is there. */
    async drop(prefix: string, { kept, before }: { kept: string; before: Date }): Promise<boolean> {
      const pages = paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix });
      let isThere = false;
      for await (const { Contents = [] } of pages) {
        for (const { Key, LastModified } of Contents) {
          if (Key === kept) isThere = true;
          else if (Key && LastModified && LastModified <= before) await remove(Key);
        }
      }
      return isThere;
    },
  };
}
