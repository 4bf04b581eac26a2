import type { Cell, Row, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';

/** A table with one row for each basis becomes one with a row for each line and a column for each basis. */
export function foldBases(
  { columns }: TableSchema,
  rows: RowBatches,
  bases: readonly string[],
): { names: string[]; rows: AsyncIterable<readonly Row[]> } {
  const basisAt = columns.findIndex(({ name }) => name === 'basis');
  const amountAt = columns.findIndex(({ name }) => name === 'amount');
  const keysAt = [...columns.keys()].filter((index) => index !== basisAt && index !== amountAt);
  const names = [...keysAt.map((index) => columns[index]?.name ?? ''), ...bases];

  async function* folded(): AsyncGenerator<readonly Row[]> {
    let open: Cell[] | undefined;
    for await (const batch of rows) {
      const lines: Row[] = [];
      for (const row of batch) {
        const at = keysAt.length + bases.indexOf(String(row[basisAt]));
        const line = open;
        // The rows of a line stand together; what does not fit begins the next.
        if (line && line[at] === null && keysAt.every((index, key) => row[index] === line[key])) {
          line[at] = row[amountAt] ?? null;
          continue;
        }
        if (open) lines.push(open);
        open = [...keysAt.map((index) => row[index] ?? null), ...bases.map(() => null)];
        open[at] = row[amountAt] ?? null;
      }
      yield lines;
    }
    if (open) yield [open];
  }
  return { names, rows: folded() };
}
