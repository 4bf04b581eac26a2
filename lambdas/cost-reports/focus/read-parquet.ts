import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetMetadataAsync, parquetScan, parquetSchema, type SchemaElement } from 'hyparquet';
import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import { type FocusColumn, type FocusRow, placesOf } from '#lambdas/cost-reports/focus/focus-columns.ts';
import { groupBuffer } from '#lambdas/cost-reports/focus/group-buffer.ts';
import { toCellOf, withoutDecimals } from '#lambdas/cost-reports/focus/parquet-columns.ts';

/** A row group may have a million rows: so many of them are in memory. */
const ROWS_AT_ONCE = 100_000;
/** Maps of a row group are read as a whole, and this many take 300 MB. */
const MOST_ROWS_WITH_MAPS = 250_000;
/** AWS writes Snappy, which the library knows. */
const COMPRESSORS = {
  GZIP: (bytes: Uint8Array) => gunzipSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliDecompressSync(bytes),
};
/** Moments as milliseconds. */
const PARSERS = {
  timestampFromMilliseconds: (milliseconds: bigint) => Number(milliseconds),
  timestampFromMicroseconds: (microseconds: bigint) => Number(microseconds / 1000n),
  timestampFromNanoseconds: (nanoseconds: bigint) => Number(nanoseconds / 1_000_000n),
};

type Values = { length: number; [index: number]: unknown };

/** The charges of a Parquet file. Of each row group the wanted columns alone are fetched, once. */
export async function* readParquet(
  files: ExportFiles,
  file: ExportFile,
  wanted: readonly FocusColumn[],
): AsyncGenerator<readonly FocusRow[]> {
  const buffer = groupBuffer(files, file);
  const told = await parquetMetadataAsync(buffer);
  const elements = parquetSchema(told).children.map(({ element }) => element);
  const places = placesOf(
    wanted,
    elements.map(({ name }) => name),
  );
  const chosen = places.map((place) => elements[place]);
  const scan = await parquetScan({
    file: buffer,
    metadata: withoutDecimals(told),
    columns: chosen.flatMap((element) => element?.name ?? []),
    compressors: COMPRESSORS,
    parsers: PARSERS,
    utf8: false,
    useOffsetIndex: false,
  });
  for (const group of scan.ranges) {
    buffer.forget();
    if (group.rowEnd - group.rowStart > MOST_ROWS_WITH_MAPS && chosen.some(isMap)) throw tooManyMaps();
    for (let first = group.rowStart; first < group.rowEnd; first += ROWS_AT_ONCE) {
      const end = Math.min(first + ROWS_AT_ONCE, group.rowEnd);
      const columns = await Promise.all(
        chosen.map(async (element) => {
          if (!element) return undefined;
          // The library reads a map from the first row of its group on, so it is kept as a whole.
          const range = isMap(element) ? group : { rowStart: first, rowEnd: end };
          const values: Values = await scan.readColumn({ column: element.name, ...range });
          return { values, offset: first - range.rowStart, toCell: toCellOf(element) };
        }),
      );
      yield Array.from({ length: end - first }, (_, row) =>
        columns.map((column) => (column ? column.toCell(column.values[column.offset + row]) : null)),
      );
    }
  }
}

function isMap(element: SchemaElement | undefined): boolean {
  return element?.num_children !== undefined;
}

function tooManyMaps(): ExportRefusal {
  return new ExportRefusal(
    'unsupported',
    'Its row groups have more tags than there is memory for: deliver the export as gzip CSV, or leave tags and costCategories out of costs in reeve.config.ts.',
  );
}
