import type { BucketContent } from './bucket-content.ts';
import { readListRequest } from './list-request.ts';
import { invalidArgument, notEmulated } from './s3-error.ts';
import type { S3Operation } from './s3-request.ts';
import type { ObjectVersion } from './stored-object.ts';
import type { XmlNode } from './xml.ts';
import { xmlAnswer } from './xml-answer.ts';

type Listed = { key: string; version: ObjectVersion; isLatest: boolean };

/** ListObjectVersions: the newest version of a key first. */
export const listVersions: S3Operation = ({ bucket, query }) => {
  const { prefix, delimiter, limit, encode, encoding } = readListRequest(query);
  if (delimiter !== '') throw notEmulated('A delimiter of ListObjectVersions');
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  if (versionMarker !== '' && keyMarker === '') {
    const message = 'A version-id marker cannot be specified without a key marker.';
    throw invalidArgument('version-id-marker', versionMarker, message);
  }
  const all = versionsWith(bucket, prefix);
  const rest = all.slice(startOf(all, keyMarker, versionMarker));
  const page = rest.slice(0, limit);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return xmlAnswer('ListVersionsResult', [
    ['Name', bucket.name],
    ['Prefix', encode(prefix)],
    ['KeyMarker', encode(keyMarker)],
    ['VersionIdMarker', versionMarker],
    ['NextKeyMarker', last && encode(last.key)],
    ['NextVersionIdMarker', last?.version.versionId],
    ['MaxKeys', limit],
    ['EncodingType', encoding],
    ['IsTruncated', last !== undefined],
    ...page.map((each) => toXml(each, encode)),
  ]);
};

function versionsWith(bucket: BucketContent, prefix: string): Listed[] {
  return bucket
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) =>
      bucket.versions(key).map((version, index) => ({ key, version, isLatest: index === 0 })),
    );
}

/** Behind the version of the marker, or behind all versions of its key. */
function startOf(all: Listed[], keyMarker: string, versionMarker: string): number {
  if (keyMarker === '') return 0;
  if (versionMarker !== '') {
    const at = all.findIndex(({ key, version }) => key === keyMarker && version.versionId === versionMarker);
    if (at >= 0) return at + 1;
  }
  const marker = Buffer.from(keyMarker);
  const next = all.findIndex(({ key }) => Buffer.from(key).compare(marker) > 0);
  return next < 0 ? all.length : next;
}

function toXml({ key, version, isLatest }: Listed, encode: (key: string) => string): XmlNode {
  const common: XmlNode[] = [
    ['Key', encode(key)],
    ['VersionId', version.versionId],
    ['IsLatest', isLatest],
    ['LastModified', new Date(version.modifiedAt).toISOString()],
  ];
  if (version.kind === 'delete-marker') return ['DeleteMarker', common];
  return [
    'Version',
    [...common, ['ETag', version.etag], ['Size', version.content.length], ['StorageClass', 'STANDARD']],
  ];
}
