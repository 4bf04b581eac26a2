import type { S3Operation } from './s3-request.ts';
import { versionHeader } from './version-header.ts';

/** DeleteObject: of what is not there too, without a word. */
export const deleteObject: S3Operation = ({ bucket, key, query }) => {
  const versionId = query.get('versionId');
  const gone = versionId === null ? bucket.remove(key) : bucket.removeVersion(key, versionId);
  const headers: Record<string, string> = gone ? versionHeader(bucket, gone) : {};
  if (gone?.kind === 'delete-marker') headers['x-amz-delete-marker'] = 'true';
  return { status: 204, headers, body: '' };
};
