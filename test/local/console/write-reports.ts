import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

type WrittenFile = { key: string; body?: string | Uint8Array; contentType?: string };

/** Puts files into the report bucket of a cloud, as a function does. */
export async function writeReports(cloud: EmbeddedCloud, ...files: WrittenFile[]): Promise<void> {
  const [bucket] = cloud.estate.buckets;
  if (!bucket) throw new Error('This cloud has no bucket');
  const credentials = { accessKeyId: 'AKIAREEVE', secretAccessKey: 'secret' };
  const client = new S3Client({ endpoint: cloud.proxy.url, region: bucket.region, credentials });
  for (const { key, body = 'a,b\r\n', contentType = 'text/csv; charset=utf-8' } of files) {
    await client.send(
      new PutObjectCommand({ Bucket: bucket.name, Key: key, Body: body, ContentType: contentType }),
    );
  }
  client.destroy();
}
