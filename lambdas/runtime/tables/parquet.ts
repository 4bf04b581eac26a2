import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Provenance, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { parquetColumn } from '#lambdas/runtime/tables/parquet-column.ts';
import { rowGroups } from '#lambdas/runtime/tables/row-groups.ts';

/** So many rows are in memory at once, and are skipped or read at once by who queries the file. */
const ROWS_A_GROUP = 16_000;

/**
 * A table as Parquet: decimals exact in 16 bytes, dates as DATE, the provenance in its metadata. Comes in one chunk
 * a row group: memory stays the same however many rows there are.
 */
export async function* toParquet(
  schema: TableSchema,
  rows: RowBatches,
  provenance: Provenance,
): AsyncGenerator<Uint8Array> {
  const columns = schema.columns.map(parquetColumn);
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    kvMetadata: [
      { key: 'report', value: schema.name },
      { key: 'provenance', value: JSON.stringify(provenance) },
    ],
  });
  for await (const group of rowGroups(rows, ROWS_A_GROUP)) {
    const columnData = columns.map(({ element, valueOf }, index) => ({
      name: element.name,
      data: group.map((row) => valueOf(row[index] ?? null)),
    }));
    await file.write({ columnData, rowGroupSize: group.length });
    yield taken(writer);
  }
  await file.finish();
  yield taken(writer);
}

/** What was written since the last time; positions in the file go on from there. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
