import type { FileKind, ReportStore } from '#lambdas/runtime/report-store.ts';

export type MemoryStore = ReportStore & {
  files: Map<string, Uint8Array>;
  kinds: Map<string, FileKind>;
  /** Every write in its order, the overwritten ones too. */
  written: string[];
};

/** A store of reports in memory. A write whose chunks fail leaves the former file as it was. */
export function memoryStore(): MemoryStore {
  const files = new Map<string, Uint8Array>();
  const kinds = new Map<string, FileKind>();
  const written: string[] = [];
  return {
    files,
    kinds,
    written,
    read: async (key) => {
      const file = files.get(key);
      return file && chunksOf(file);
    },
    write: async (key, chunks, kind) => {
      const all: Uint8Array[] = [];
      for await (const chunk of chunks) all.push(Uint8Array.from(chunk));
      files.set(key, Buffer.concat(all));
      kinds.set(key, kind);
      written.push(key);
    },
    list: async (prefix) => [...files.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}

/** In several, as from a network: a reader must not take the first for all. */
async function* chunksOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = Math.max(Math.ceil(file.length / 3), 1);
  for (let start = 0; start < file.length; start += size) yield file.subarray(start, start + size);
}
