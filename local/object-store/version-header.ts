import type { BucketContent } from './bucket-content.ts';
import type { ObjectVersion } from './stored-object.ts';

/** Tells which version an answer is about, in a bucket that keeps them. */
export function versionHeader(
  { versioned }: BucketContent,
  { versionId }: Pick<ObjectVersion, 'versionId'>,
): Record<string, string> {
  return versioned ? { 'x-amz-version-id': versionId } : {};
}
