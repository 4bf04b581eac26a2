import type { Clock } from '#local/clock.ts';
import type { Bucket } from '#local/estate.ts';
import type { AwsBackend } from '#local/proxy/aws-call.ts';
import { BucketContent } from './bucket-content.ts';
import { s3Backend } from './s3-backend.ts';
import { S3Error } from './s3-error.ts';
import type { StoredObject } from './stored-object.ts';

export type ObjectStore = {
  /** S3 as SDK clients speak to it. */
  s3Backend: AwsBackend;
  /** The keys of a bucket that hold something, in S3's order. */
  keys: (bucket: string) => string[];
  /** What a key holds now. */
  read: (bucket: string, key: string) => StoredObject | undefined;
};

/** S3 in memory, with the buckets of an estate, on the embedded cloud's clock. */
export function createObjectStore({ buckets, clock }: { buckets: Bucket[]; clock: Clock }): ObjectStore {
  const contents = new Map(
    buckets.map((bucket) => [bucket.name, new BucketContent(bucket, () => clock.now())]),
  );
  const bucketNamed = (name: string) => {
    const bucket = contents.get(name);
    if (bucket) return bucket;
    const details = { BucketName: name };
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { status: 404, details });
  };
  return {
    s3Backend: s3Backend(bucketNamed),
    keys: (name) => {
      const bucket = bucketNamed(name);
      return bucket.keys().filter((key) => bucket.current(key));
    },
    read: (name, key) => bucketNamed(name).current(key),
  };
}
