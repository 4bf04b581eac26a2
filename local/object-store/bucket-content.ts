import { randomBytes } from 'node:crypto';
import type { Bucket } from '#local/estate.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { noSuchKey, S3Error } from './s3-error.ts';
import type { DeleteMarker, NewObject, ObjectVersion, StoredObject } from './stored-object.ts';

type Settings = Pick<Bucket, 'name' | 'region' | 'versioned'>;

/** What lies in a bucket, in memory: the versions of each key, the newest first, and unfinished uploads. */
export class BucketContent {
  readonly name: string;
  readonly region: string;
  readonly versioned: boolean;
  readonly uploads = new Map<string, MultipartUpload>();
  readonly #now: () => number;
  readonly #versions = new Map<string, ObjectVersion[]>();

  constructor({ name, region, versioned }: Settings, now: () => number) {
    this.name = name;
    this.region = region;
    this.versioned = versioned;
    this.#now = now;
  }

  /** All keys that have versions, in the order in which S3 lists: by their bytes. */
  keys(): string[] {
    const keys = Array.from(this.#versions.keys(), (key) => ({ key, bytes: Buffer.from(key) }));
    return keys.sort((a, b) => a.bytes.compare(b.bytes)).map(({ key }) => key);
  }

  versions(key: string): readonly ObjectVersion[] {
    return this.#versions.get(key) ?? [];
  }

  /** What a reader of the key gets; undefined where there is nothing, or nothing any more. */
  current(key: string): StoredObject | undefined {
    const [newest] = this.versions(key);
    return newest?.kind === 'object' ? newest : undefined;
  }

  /** The current object, or the version of this id; throws as S3 does where there is none to read. */
  get(key: string, versionId?: string): StoredObject {
    if (versionId === undefined) {
      const [newest] = this.versions(key);
      if (newest?.kind === 'object') return newest;
      throw noSuchKey(key, newest && { 'x-amz-delete-marker': 'true', 'x-amz-version-id': newest.versionId });
    }
    const version = this.versions(key).find((each) => each.versionId === versionId);
    if (!version) {
      const details = { Key: key, VersionId: versionId };
      throw new S3Error('NoSuchVersion', 'The specified version does not exist.', { status: 404, details });
    }
    if (version.kind === 'object') return version;
    const headers = { 'x-amz-delete-marker': 'true', allow: 'DELETE' };
    const message = 'The specified method is not allowed against this resource.';
    throw new S3Error('MethodNotAllowed', message, { status: 405, headers });
  }

  put(key: string, object: NewObject): StoredObject {
    return this.#add(key, { kind: 'object', ...object, ...this.#stamp() });
  }

  /** Deletes as S3 does: with versions, a marker hides them. */
  remove(key: string): DeleteMarker | undefined {
    if (this.versioned) return this.#add(key, { kind: 'delete-marker', ...this.#stamp() });
    this.#versions.delete(key);
    return undefined;
  }

  /** Deletes one version for good. */
  removeVersion(key: string, versionId: string): ObjectVersion | undefined {
    const removed = this.versions(key).find((version) => version.versionId === versionId);
    const rest = this.versions(key).filter((version) => version !== removed);
    if (rest.length > 0) this.#versions.set(key, rest);
    else this.#versions.delete(key);
    return removed;
  }

  #add<Version extends ObjectVersion>(key: string, version: Version): Version {
    this.#versions.set(key, [version, ...(this.versioned ? this.versions(key) : [])]);
    return version;
  }

  #stamp(): { versionId: string; modifiedAt: number } {
    const versionId = this.versioned ? randomBytes(24).toString('base64url') : 'null';
    return { versionId, modifiedAt: Math.floor(this.#now() / 1000) * 1000 };
  }
}
