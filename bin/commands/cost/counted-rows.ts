import type { Row, RowBatches } from '#lambdas/contracts/report.ts';

/** So many rows between two words of progress: some seconds of work. */
const ROWS_BETWEEN_WORDS = 250_000;

/** Passes rows through and counts them; tells of each further quarter of a million. */
export function countedRows(progress: (text: string) => void) {
  let count = 0;
  let told = 0;
  return {
    count: () => count,
    async *pass(rows: RowBatches): AsyncGenerator<readonly Row[]> {
      for await (const batch of rows) {
        count += batch.length;
        if (count - told >= ROWS_BETWEEN_WORDS) {
          told = count;
          progress(`${count.toLocaleString('en-US')} rows …`);
        }
        yield batch;
      }
    },
  };
}
