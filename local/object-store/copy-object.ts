import { s3Address } from '#local/proxy/s3-address.ts';
import { headersToKeep } from './object-headers.ts';
import { checkWrite } from './preconditions.ts';
import { S3Error } from './s3-error.ts';
import type { S3Operation } from './s3-request.ts';
import { versionHeader } from './version-header.ts';
import { xmlAnswer } from './xml-answer.ts';

/** CopyObject. */
export const copyObject: S3Operation = ({ bucket, key, headers, bucketNamed }) => {
  const source = `/${(headers['x-amz-copy-source'] ?? '').replace(/^\//, '')}`;
  const from = s3Address('', source);
  const versionId = /\?versionId=(.+)$/.exec(source)?.[1];
  const fromBucket = bucketNamed(from.bucket);
  const original = fromBucket.get(from.key, versionId);
  const replaced = headers['x-amz-metadata-directive'] === 'REPLACE';
  if (fromBucket === bucket && from.key === key && !replaced && versionId === undefined) {
    const reason =
      'This copy request is illegal because it is trying to copy an object to itself without changing';
    throw new S3Error('InvalidRequest', `${reason} the object's metadata or encryption attributes.`);
  }
  checkWrite(key, bucket.current(key), headers);
  const { content, checksum } = original;
  const copy = bucket.put(key, {
    content,
    checksum,
    etag: original.etag,
    headers: replaced ? headersToKeep(headers) : original.headers,
  });
  return xmlAnswer(
    'CopyObjectResult',
    [
      ['LastModified', new Date(copy.modifiedAt).toISOString()],
      ['ETag', copy.etag],
    ],
    {
      ...versionHeader(bucket, copy),
      ...(fromBucket.versioned ? { 'x-amz-copy-source-version-id': original.versionId } : {}),
    },
  );
};
