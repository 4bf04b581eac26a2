import type { Row, RowBatches } from '#lambdas/contracts/report.ts';

/** The same rows in groups of one size, but for the last; no group where there are no rows. */
export async function* rowGroups(rows: RowBatches, size: number): AsyncGenerator<readonly Row[]> {
  let group: Row[] = [];
  for await (const batch of rows) {
    for (const row of batch) {
      group.push(row);
      if (group.length < size) continue;
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
