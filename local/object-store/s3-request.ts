import type { AwsAnswer, AwsCall } from '#local/proxy/aws-call.ts';
import { s3Address } from '#local/proxy/s3-address.ts';
import type { BucketContent } from './bucket-content.ts';
import { notEmulated, S3Error } from './s3-error.ts';

export type S3Request = Pick<AwsCall, 'method' | 'headers' | 'body'> & {
  bucket: BucketContent;
  key: string;
  query: URLSearchParams;
  /** All buckets, for copies. */
  bucketNamed: (name: string) => BucketContent;
};

/** Serves one operation of S3. */
export type S3Operation = (request: S3Request) => AwsAnswer;

const LONGEST_KEY_BYTES = 1024;

/** Headers that are understood, or that change nothing here. */
const KNOWN_HEADERS =
  /^x-amz-(?:date|security-token|user-agent|content-sha256|decoded-content-length|trailer|meta-.+|checksum-.+|sdk-checksum-algorithm|copy-source|metadata-directive|server-side-encryption)$/;

/** The same of what stands in an address; a presigned one has its signature there. */
const KNOWN_PARAMETERS =
  /^(?:x-id|x-amz-.+|response-.+|versionId|uploads|uploadId|partNumber|list-type|versions|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner|key-marker|version-id-marker)$/i;

/** Reads a call that is for one of these buckets; refuses what S3 does, or what is not emulated. */
export function toS3Request(call: AwsCall, bucketNamed: (name: string) => BucketContent): S3Request {
  const { method, headers, body, path, region } = call;
  const { bucket: name, key } = s3Address(headers['host'] ?? '', path);
  const bucket = bucketNamed(name);
  refuseOtherRegion(bucket, region);
  const query = new URLSearchParams(path.replace(/^[^?]*/, ''));
  refuseUnknown(headers, query);
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) {
    const details = { MaxSizeAllowed: `${LONGEST_KEY_BYTES}` };
    throw new S3Error('KeyTooLongError', 'Your key is too long', { details });
  }
  return { method, headers, body, bucket, key, query, bucketNamed };
}

function refuseUnknown(headers: Record<string, string>, query: URLSearchParams): void {
  const header = Object.keys(headers).find((name) => name.startsWith('x-amz-') && !KNOWN_HEADERS.test(name));
  if (header) throw notEmulated(`The header ${header}`);
  const parameter = [...query.keys()].find((name) => !KNOWN_PARAMETERS.test(name));
  if (parameter) throw notEmulated(`The parameter ${parameter}`);
  if ((headers['x-amz-server-side-encryption'] ?? 'AES256') !== 'AES256')
    throw notEmulated('Encryption by KMS');
}

function refuseOtherRegion({ region }: BucketContent, asked: string): void {
  if (asked === region) return;
  throw new S3Error(
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint.',
    { status: 301, headers: { 'x-amz-bucket-region': region } },
  );
}
