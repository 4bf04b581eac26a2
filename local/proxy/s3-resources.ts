import type { AwsCall } from './aws-call.ts';
import { s3Address } from './s3-address.ts';

/** The bucket, or the object as `bucket/key`, that a call is about; what is copied comes after its copy. */
export function s3Resources({ path, headers }: AwsCall): string[] {
  const source = headers['x-amz-copy-source'];
  const addresses = [s3Address(headers['host'] ?? '', path)];
  if (source !== undefined) addresses.push(s3Address('', `/${source.replace(/^\//, '')}`));
  return addresses
    .filter(({ bucket }) => bucket !== '')
    .map(({ bucket, key }) => (key === '' ? bucket : `${bucket}/${key}`));
}
