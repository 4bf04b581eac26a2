import type { CoverageCell } from '#lambdas/tag-coverage/judge/coverage-counts.ts';
import { addCount, type KeyCount, lackingOf, noCount } from '#lambdas/tag-coverage/judge/key-count.ts';

export type NamedCount = { name: string; count: KeyCount };

/** Sums of the cells by a name of each; what lacks most comes first. */
export function sumCells(
  cells: readonly CoverageCell[],
  nameOf: (cell: CoverageCell) => string,
): NamedCount[] {
  const sums = new Map<string, KeyCount>();
  for (const cell of cells) {
    const name = nameOf(cell);
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = noCount()));
    addCount(sum, cell.count);
  }
  return [...sums].map(([name, count]) => ({ name, count })).sort(byLacking);
}

export function totalOf(cells: readonly CoverageCell[]): KeyCount {
  return sumCells(cells, () => '')[0]?.count ?? noCount();
}

function byLacking(a: NamedCount, b: NamedCount): number {
  return lackingOf(b.count) - lackingOf(a.count) || (a.name < b.name ? -1 : Number(a.name > b.name));
}
