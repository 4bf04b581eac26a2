import type { Row, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import { BASES } from '#lambdas/cost-reports/cost-line.ts';
import { FOCUS_COLUMNS } from '#lambdas/cost-reports/focus-names/focus-columns.ts';
import { foldBases } from '#lambdas/cost-reports/focus-names/fold-bases.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/** Whether the rows of a table are charges on every basis. Those of sums that overlap, `total` above all, are not. */
export function hasFocusNames({ columns }: Pick<TableSchema, 'columns'>): boolean {
  const names = new Set(columns.map(({ name }) => name));
  return names.has('basis') && names.has('amount') && !names.has('measure');
}

/**
 * A report of costs in columns that bear the names of FOCUS, one row a line with its costs side by side. No more than
 * the names: Cost Explorer knows no SKU, list price or resource. Of another report it throws.
 */
export function toFocusNamed(
  schema: TableSchema,
  rows: RowBatches,
): { schema: TableSchema; rows: RowBatches } {
  if (!hasFocusNames(schema)) {
    throw new PermanentError('Report has no columns that FOCUS names', { fields: { report: schema.name } });
  }
  const folded = foldBases(schema, rows, BASES);
  const chosen = FOCUS_COLUMNS.filter(({ from }) => from.every((name) => folded.names.includes(name)));
  const cells = chosen.map(({ from, cellOf }) => {
    const [first = 0, second = 0] = from.map((name) => folded.names.indexOf(name));
    return (line: Row) => cellOf(line[first] ?? null, line[second] ?? null);
  });
  return {
    schema: {
      name: `${schema.name}-focus`,
      title: `${schema.title}, FOCUS-named`,
      about: `${schema.about} Columns bear the names of FOCUS where AWS tells what they hold, and x_ elsewhere.`,
      columns: chosen.map(({ column }) => column),
    },
    rows: named(folded.rows, (line) => cells.map((cellOf) => cellOf(line))),
  };
}

async function* named(batches: AsyncIterable<readonly Row[]>, rowOf: (line: Row) => Row) {
  for await (const lines of batches) yield lines.map(rowOf);
}
