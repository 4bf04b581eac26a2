import { createHash } from 'node:crypto';
import { checksumHeaders } from './checksum.ts';
import { headersToKeep } from './object-headers.ts';
import { checkWrite } from './preconditions.ts';
import { readBody } from './read-body.ts';
import type { S3Operation } from './s3-request.ts';
import { versionHeader } from './version-header.ts';

/** PutObject. */
export const putObject: S3Operation = (request) => {
  const { bucket, key, headers } = request;
  const { content, checksum } = readBody(request);
  checkWrite(key, bucket.current(key), headers);
  const etag = `"${createHash('md5').update(content).digest('hex')}"`;
  const stored = bucket.put(key, { content, etag, headers: headersToKeep(headers), checksum });
  return {
    status: 200,
    headers: {
      etag,
      'x-amz-server-side-encryption': 'AES256',
      ...versionHeader(bucket, stored),
      ...checksumHeaders(checksum),
    },
    body: '',
  };
};
