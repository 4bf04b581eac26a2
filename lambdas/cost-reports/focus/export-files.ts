/** A file below the prefix of an export, as it was when it was listed. */
export type ExportFile = {
  key: string;
  bytes: number;
  /** Names its content: another delivery of the same file has another. */
  version: string;
  /** When it was written. */
  writtenAt: Date;
};

/** The bucket that AWS Data Exports writes to. What has changed since it was listed is an error that a retry may mend. */
export type ExportFiles = {
  list: (prefix: string) => Promise<ExportFile[]>;
  read: (file: ExportFile) => Promise<AsyncIterable<Uint8Array>>;
  /** Some bytes of it, the end exclusive. */
  slice: (file: ExportFile, start: number, end: number) => Promise<Uint8Array>;
};

/** Where an export lies: below the prefix are its `data/` and its `metadata/`. */
export type ExportPlace = { bucket: string; prefix: string };
