import { keyPage } from './key-page.ts';
import { readListRequest } from './list-request.ts';
import { invalidArgument } from './s3-error.ts';
import type { S3Operation } from './s3-request.ts';
import type { XmlNode } from './xml.ts';
import { xmlAnswer } from './xml-answer.ts';

/** ListObjectsV2. */
export const listObjects: S3Operation = ({ bucket, query }) => {
  const { prefix, delimiter, limit, encode, encoding } = readListRequest(query);
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const after = token === null ? startAfter : keyOfToken(token);
  const keys = bucket.keys().filter((key) => bucket.current(key));
  const { entries, truncated } = keyPage({ keys, prefix, delimiter, after, limit });

  const content = entries.map(({ kind, name }): XmlNode => {
    if (kind === 'prefix') return ['CommonPrefixes', [['Prefix', encode(name)]]];
    const { modifiedAt, etag, content: bytes, checksum } = bucket.get(name);
    return [
      'Contents',
      [
        ['Key', encode(name)],
        ['LastModified', new Date(modifiedAt).toISOString()],
        ['ETag', etag],
        ['ChecksumAlgorithm', checksum?.algorithm.toUpperCase()],
        ['ChecksumType', checksum?.type],
        ['Size', bytes.length],
        ['StorageClass', 'STANDARD'],
      ],
    ];
  });
  return xmlAnswer('ListBucketResult', [
    ['Name', bucket.name],
    ['Prefix', encode(prefix)],
    ['StartAfter', startAfter === '' ? undefined : encode(startAfter)],
    ['ContinuationToken', token ?? undefined],
    ['NextContinuationToken', truncated ? tokenOf(entries.at(-1)?.name ?? '') : undefined],
    ['KeyCount', entries.length],
    ['MaxKeys', limit],
    ['Delimiter', delimiter === '' ? undefined : encode(delimiter)],
    ['EncodingType', encoding],
    ['IsTruncated', truncated],
    ...content,
  ]);
};

function tokenOf(key: string): string {
  return Buffer.from(`after ${key}`).toString('base64');
}

function keyOfToken(token: string): string {
  const [, key] = /^after (.+)$/s.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (key !== undefined) return key;
  throw invalidArgument('continuation-token', token, 'The continuation token provided is incorrect');
}
