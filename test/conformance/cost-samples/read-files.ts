import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { exportKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import type { MemoryStore } from '#test/runtime/memory-store.ts';
import { readByDuckDb } from '#test/runtime/tables/read-by-duckdb.ts';

type Fields = Record<string, unknown>;
/** The records of each format, read by programs that know nothing of Reeve. */
export type Files = Record<'CSV' | 'NDJSON' | 'JSON' | 'Parquet', Fields[]>;

/** Reads back all months of a table in all four formats. */
export async function readFiles(store: MemoryStore, { name }: TableSchema, months: string[]): Promise<Files> {
  const files: Files = { CSV: [], NDJSON: [], JSON: [], Parquet: [] };
  const text = (key: string) => bytesOf(store, key).toString();
  for (const month of months) {
    files.CSV.push(...parse<Fields>(text(exportKey(name, month, 'csv')), { columns: true }));
    const lines = gunzipSync(bytesOf(store, tableKey(name, month)))
      .toString()
      .trimEnd()
      .split('\n');
    files.NDJSON.push(...lines.map((line) => JSON.parse(line) as Fields));
    const document = JSON.parse(text(exportKey(name, month, 'json'))) as { rows: Fields[] };
    files.JSON.push(...document.rows);
    files.Parquet.push(...(await readParquet(bytesOf(store, tableKey(name, month, 'parquet')))));
  }
  return files;
}

function bytesOf(store: MemoryStore, key: string): Buffer {
  const file = store.files.get(key);
  if (!file) throw new Error(`${key} was not published`);
  return Buffer.from(file);
}

async function readParquet(bytes: Buffer): Promise<Fields[]> {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-sample-'));
  try {
    const path = join(folder, 'part-0.parquet');
    writeFileSync(path, bytes);
    return await readByDuckDb(`FROM '${path}'`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
