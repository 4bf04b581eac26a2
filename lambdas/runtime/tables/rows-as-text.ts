import type { Row, RowBatches } from '#lambdas/contracts/report.ts';

/** Long enough that awaiting a chunk costs nothing beside making it, short enough for small functions. */
const CHUNK_LENGTH = 64 * 1024;
const ROWS_AT_ONCE = 256;

type Writer = { textOf: (row: Row) => string; before?: string; between?: string; after?: string };

/** Rows written one after the other, in chunks of bytes: memory stays the same however many they are. */
export async function* rowsAsText(rows: RowBatches, writer: Writer): AsyncGenerator<Uint8Array> {
  const { between = '' } = writer;
  let text = writer.before ?? '';
  // Nothing stands between the beginning and the first row.
  let excess = between.length;
  for await (const batch of rows) {
    for (let from = 0; from < batch.length; from += ROWS_AT_ONCE) {
      const some = batch.slice(from, from + ROWS_AT_ONCE);
      text += textOfRows(some, writer.textOf, between).slice(excess);
      excess = 0;
      if (text.length < CHUNK_LENGTH) continue;
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + (writer.after ?? ''));
}

/** A function of its own: V8 optimizes no loop of a generator as well. */
function textOfRows(rows: readonly Row[], textOf: (row: Row) => string, between: string): string {
  let text = '';
  for (const row of rows) text += between + textOf(row);
  return text;
}
