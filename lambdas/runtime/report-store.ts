import { gunzipSync, gzipSync } from 'node:zlib';

/** What a file is; a `.gz` key is stored as the compressed bytes that it names. */
export type FileKind = { contentType: string };
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Where reports lie: the bucket, or a folder of this machine. Keys are those of `report-keys.ts`. */
export type ReportStore = {
  /** Undefined where there is no such file. */
  read: (key: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Replaces the file as a whole: readers see the former or the new one. The former is kept as a version. */
  write: (key: string, chunks: Chunks, kind: FileKind) => Promise<void>;
  /** The keys that begin with the prefix, in order. */
  list: (prefix: string) => Promise<string[]>;
};

/** A small JSON file, compressed where its key ends with `.gz`; undefined where there is none. */
export async function readJson<T>(store: Pick<ReportStore, 'read'>, key: string): Promise<T | undefined> {
  const file = await store.read(key);
  if (!file) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return JSON.parse((key.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as T;
}

export async function writeJson(
  store: Pick<ReportStore, 'write'>,
  key: string,
  value: unknown,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(value));
  const chunk = key.endsWith('.gz') ? gzipSync(bytes, { level: 1 }) : bytes;
  await store.write(key, [chunk], { contentType: 'application/json' });
}
