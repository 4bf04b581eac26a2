import { type ServedTable, serveTable } from '#test/runtime/serve-table.ts';

export const TABLE = 'directory';

/** The directory table, where the functions of this process find it. */
export function serveDirectory(): Promise<ServedTable> {
  return serveTable(TABLE, 'account');
}

export type DirectoryServer = ServedTable;
