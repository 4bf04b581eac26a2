import type { BucketContent } from './bucket-content.ts';
import type { StoredObject } from './stored-object.ts';
import { versionHeader } from './version-header.ts';

const KEPT =
  /^(?:content-type|content-disposition|content-language|content-encoding|cache-control|expires|x-amz-meta-.+)$/;

/** What S3 keeps of a writer's headers. `aws-chunked` was for the way only. */
export function headersToKeep(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => KEPT.test(name));
  const { 'content-encoding': encoding = '', ...rest } = Object.fromEntries(kept);
  const encodings = encoding.split(',').map((each) => each.trim());
  const real = encodings.filter((each) => each !== '' && each !== 'aws-chunked').join(',');
  return {
    'content-type': 'binary/octet-stream',
    ...rest,
    ...(real === '' ? {} : { 'content-encoding': real }),
  };
}

/** What every reader of an object is told. */
export function objectHeaders(bucket: BucketContent, object: StoredObject): Record<string, string> {
  return {
    ...object.headers,
    etag: object.etag,
    'last-modified': new Date(object.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-server-side-encryption': 'AES256',
    ...versionHeader(bucket, object),
  };
}
