import { createHash } from 'node:crypto';
import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import type { AwsRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { focusCsv, focusParquet } from '#test/cost-reports/focus/write-focus.ts';

export const PLACE = { bucket: 'billing', prefix: 'exports/focus' };
export type Format = 'csv' | 'parquet';

const NAME = 'focus';
const EXTENSIONS = { csv: 'csv.gz', parquet: 'snappy.parquet' };

/** A bucket with an export in memory, as Data Exports fills it. */
export function anExport(format: Format = 'csv') {
  const contents = new Map<string, { bytes: Uint8Array; writtenAt: Date }>();
  const reads: string[] = [];
  let writtenAt = new Date('2026-11-22T04:00:00Z');

  const put = (key: string, bytes: Uint8Array | string) =>
    contents.set(key, { bytes: Buffer.from(bytes), writtenAt });
  const contentOf = ({ key, version }: ExportFile) => {
    const content = contents.get(key);
    if (!content || versionOf(content.bytes) !== version) throw new Error(`${key} has changed`);
    return content.bytes;
  };

  const files: ExportFiles = {
    list: async (prefix) =>
      [...contents]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, content]) => ({
          key,
          bytes: content.bytes.length,
          version: versionOf(content.bytes),
          writtenAt: content.writtenAt,
        })),
    read: async (file) => {
      reads.push(file.key);
      return inPieces(contentOf(file));
    },
    slice: async (file, start, end) => {
      if (reads.at(-1) !== file.key) reads.push(file.key);
      return contentOf(file).subarray(start, end);
    },
  };

  return {
    files,
    contents,
    put,
    /** Files that were read, but for manifests; a Parquet file once for all of its slices. */
    reads: () => reads.filter((key) => !key.endsWith('.json')),
    /** From now on files are written at this moment. */
    at: (moment: string) => {
      writtenAt = new Date(moment);
    },
    /** Delivers a billing period in so many files: over the former, or beside them into the folder of an execution. */
    deliver(
      month: string,
      rows: Iterable<AwsRow>,
      { execution, chunks = 1, period = 'BILLING_PERIOD', without = [] as readonly string[] }: Delivery = {},
    ) {
      const all = [...rows];
      const size = Math.max(Math.ceil(all.length / chunks), 1);
      const folder = `${PLACE.prefix}/data/${period}=${month}${execution ? `/${execution}` : ''}`;
      const keys = Array.from({ length: chunks }, (_, index) => {
        const key = `${folder}/${NAME}-${String(index + 1).padStart(5, '0')}.${EXTENSIONS[format]}`;
        const part = all.slice(index * size, (index + 1) * size);
        put(key, format === 'csv' ? focusCsv(part, { without }) : focusParquet(part, { without }));
        return key;
      });
      const dataFiles = keys.map((key) => `s3://${PLACE.bucket}/${key}`);
      put(`${PLACE.prefix}/metadata/${period}=${month}/${NAME}-Manifest.json`, JSON.stringify({ dataFiles }));
      put(`${PLACE.prefix}/metadata/${period}=${month}/${NAME}-Manifest-FOCUS.json`, '{"Schema":{}}');
      return keys;
    },
  };
}

export type AnExport = ReturnType<typeof anExport>;
type Delivery = { execution?: string; chunks?: number; period?: string; without?: readonly string[] };

function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** In many: nothing may hang on where one ends. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = Math.max(Math.ceil(bytes.length / 7), 1);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
