import type { Checksum } from './checksum.ts';

/** A version of a key that holds something. Nothing changes it any more. */
export type StoredObject = {
  kind: 'object';
  /** `null` in a bucket that keeps no versions. */
  versionId: string;
  /** Whole seconds, in milliseconds since 1970. */
  modifiedAt: number;
  content: Buffer;
  /** With its quotes. */
  etag: string;
  /** What the writer said of it (`content-type`, `x-amz-meta-…`) and every reader is told. */
  headers: Record<string, string>;
  checksum?: Checksum;
};

/** A version that says: deleted. */
export type DeleteMarker = { kind: 'delete-marker'; versionId: string; modifiedAt: number };

export type ObjectVersion = StoredObject | DeleteMarker;

export type NewObject = Pick<StoredObject, 'content' | 'etag' | 'headers' | 'checksum'>;
