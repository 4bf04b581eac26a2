import type { AsyncBuffer } from 'hyparquet';
import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';

/** Remembers what it fetched, which is of the columns of one row group. */
export function groupBuffer(files: ExportFiles, file: ExportFile): AsyncBuffer & { forget: () => void } {
  const fetched = new Map<string, Promise<ArrayBuffer>>();

  async function fetchBytes(start: number, end: number): Promise<ArrayBuffer> {
    const bytes = await files.slice(file, start, end);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  }

  return {
    byteLength: file.bytes,
    forget: () => fetched.clear(),
    slice(start, end = file.bytes) {
      const id = `${start}-${end}`;
      const known = fetched.get(id) ?? fetchBytes(start, end);
      fetched.set(id, known);
      return known;
    },
  };
}
