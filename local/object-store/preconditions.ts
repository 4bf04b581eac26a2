import { noSuchKey, notEmulated, preconditionFailed } from './s3-error.ts';
import type { StoredObject } from './stored-object.ts';

type Headers = Record<string, string>;

/**
 * Throws unless a writer's conditions hold.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWrite(key: string, current: StoredObject | undefined, headers: Headers): void {
  const { 'if-none-match': noneMatch, 'if-match': match } = headers;
  if (noneMatch !== undefined) {
    if (noneMatch !== '*')
      throw notEmulated('If-None-Match with an entity tag, which S3 does not take either,');
    if (current) throw preconditionFailed('If-None-Match');
  }
  if (match === undefined) return;
  if (!current) throw noSuchKey(key);
  if (!names(match, current)) throw preconditionFailed('If-Match');
}

/** Whether a reader wants the object after all; throws where the conditions say that it must not come. */
export function isWanted(object: StoredObject, headers: Headers): boolean {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  const unmodifiedSince = Date.parse(headers['if-unmodified-since'] ?? '');
  const modifiedSince = Date.parse(headers['if-modified-since'] ?? '');
  if (match !== undefined && !names(match, object)) throw preconditionFailed('If-Match');
  if (match === undefined && object.modifiedAt > unmodifiedSince)
    throw preconditionFailed('If-Unmodified-Since');
  if (noneMatch !== undefined) return !names(noneMatch, object);
  return !(object.modifiedAt <= modifiedSince);
}

function names(tags: string, { etag }: StoredObject): boolean {
  const bare = (tag: string) => tag.trim().replaceAll('"', '');
  return tags.split(',').some((tag) => bare(tag) === '*' || bare(tag) === bare(etag));
}
