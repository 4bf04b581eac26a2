import type { Change, Changes, Split } from '#lambdas/cost-reports/page/page-data.ts';
import { readChanges } from '#lambdas/cost-reports/page/read-changes.ts';
import type { PageMonths } from '#lambdas/cost-reports/page/read-comparable.ts';
import type { Stored } from '#lambdas/cost-reports/page/sum-table.ts';

const SPLITS = [
  { kind: 'tag', report: 'tags', by: ['tag_key', 'tag_value'] },
  { kind: 'cost category', report: 'cost-categories', by: ['cost_category', 'cost_category_value'] },
] as const;

/** Costs by the values of each tag and cost category that is stored, one table for each key. */
export async function readSplits(store: Stored, months: PageMonths): Promise<Split[]> {
  const splits: Split[] = [];
  for (const { kind, report, by } of SPLITS) {
    const changes = await readChanges(store, report, by, months);
    if (changes) splits.push(...byKey(changes).map((each) => ({ kind, ...each })));
  }
  return splits;
}

function byKey(changes: Changes): { key: string; changes: Changes }[] {
  const keys = new Map<string, Change[]>();
  for (const row of changes.rows) {
    const [key = '', ...cells] = row.cells;
    const rows = keys.get(key) ?? [];
    rows.push({ ...row, cells });
    keys.set(key, rows);
  }
  return [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => ({ key, changes: { ...changes, rows } }));
}
