import { byteRange } from './byte-range.ts';
import { checksumHeaders } from './checksum.ts';
import { objectHeaders } from './object-headers.ts';
import { isWanted } from './preconditions.ts';
import type { S3Operation } from './s3-request.ts';

const OVERRIDES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** GetObject, and HeadObject, which is the same without the content. */
export const getObject: S3Operation = ({ method, bucket, key, query, headers }) => {
  const object = bucket.get(key, query.get('versionId') ?? undefined);
  const told = objectHeaders(bucket, object);
  if (!isWanted(object, headers)) return { status: 304, headers: told, body: '' };
  const { content } = object;
  const range = byteRange(headers['range'], content.length);
  const body = range ? content.subarray(range.first, range.last + 1) : content;
  return {
    status: range ? 206 : 200,
    headers: {
      ...told,
      'content-length': `${body.length}`,
      ...(range ? { 'content-range': `bytes ${range.first}-${range.last}/${content.length}` } : {}),
      // A checksum of the whole would be wrong of a part.
      ...(headers['x-amz-checksum-mode'] === 'ENABLED' && !range ? checksumHeaders(object.checksum) : {}),
      ...overrides(query),
    },
    body: method === 'HEAD' ? '' : body,
  };
};

/** Headers that the request chooses itself, as links do. */
function overrides(query: URLSearchParams): Record<string, string> {
  const wanted = OVERRIDES.map((name) => [name, query.get(`response-${name}`)] as const);
  return Object.fromEntries(wanted.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
