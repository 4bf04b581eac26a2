import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** The least that S3 takes. It takes 10,000 of them: files of up to 48 GiB. */
const PART_BYTES = 5 * 1024 * 1024;
/** The next part fills while one is on its way. */
const PARTS_AT_A_TIME = 2;

const s3 = new S3Client({});

/**
 * Reports in a bucket. A file of one part is one request; a larger one is sent in parts, and some of them are in
 * memory, never all. Chunks that fail leave the former file as it was.
 */
export function reportBucket(name: string): ReportStore {
  return {
    async read(key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: name, Key: key }));
        return Body as AsyncIterable<Uint8Array> | undefined;
      } catch (error) {
        // To those without s3:ListBucket S3 says AccessDenied instead:
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    // No ContentEncoding: programs that read `part-0.ndjson.gz` expect the bytes that it names.
    async write(key, chunks, { contentType }) {
      const upload = new Upload({
        client: s3,
        partSize: PART_BYTES,
        queueSize: PARTS_AT_A_TIME,
        params: { Bucket: name, Key: key, Body: Readable.from(chunks), ContentType: contentType },
      });
      await upload.done();
    },

    async list(prefix) {
      const keys: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client: s3 },
        { Bucket: name, Prefix: prefix },
      )) {
        keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      }
      return keys;
    },
  };
}
