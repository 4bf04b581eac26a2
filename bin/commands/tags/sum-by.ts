import type { RowBatches } from '#lambdas/contracts/report.ts';
import { ALL_KEYS, TAG_COVERAGE } from '#lambdas/contracts/tags/tag-tables.ts';

/** What coverage is summed by. */
export const DIMENSIONS = ['key', 'account', 'ou', 'type', 'region'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const COUNT_NAMES = [
  'resources',
  'compliant',
  'missing',
  'blank',
  'wrong_value',
  'near_misses',
  'exempt',
] as const;
export type Counts = Record<(typeof COUNT_NAMES)[number], number>;
/** `id`: of an account, whose name may not be its own alone. */
export type CoverageSum = { name: string; id?: string; counts: Counts };

const NAME_COLUMNS: Record<Dimension, string> = {
  key: 'tag_key',
  account: 'account_id',
  ou: 'ou',
  type: 'resource_type',
  region: 'region',
};

const at = (name: string) => TAG_COVERAGE.columns.findIndex((column) => column.name === name);

/** Sums of a day's coverage; what lacks most comes first, and `total` counts each resource once. */
export async function sumBy(
  rows: RowBatches,
  by: Dimension,
): Promise<{ sums: CoverageSum[]; total: Counts }> {
  const [keyAt, nameAt, accountNameAt] = [at('tag_key'), at(NAME_COLUMNS[by]), at('account_name')];
  const sums = new Map<string, CoverageSum>();
  const total = noCounts();
  for await (const batch of rows) {
    for (const row of batch) {
      const isAll = row[keyAt] === ALL_KEYS;
      const counts = Object.fromEntries(COUNT_NAMES.map((name) => [name, Number(row[at(name)])])) as Counts;
      if (isAll) add(total, counts);
      // Those of all keys together would be a key of their own.
      if (isAll === (by === 'key')) continue;
      const name = String(row[nameAt]);
      let sum = sums.get(name);
      if (!sum) sums.set(name, (sum = toSum(name, by, String(row[accountNameAt]))));
      add(sum.counts, counts);
    }
  }
  return { sums: [...sums.values()].sort(byLacking), total };
}

function toSum(name: string, by: Dimension, accountName: string): CoverageSum {
  const counts = noCounts();
  return by === 'account' ? { name: accountName, id: name, counts } : { name, counts };
}

function noCounts(): Counts {
  return Object.fromEntries(COUNT_NAMES.map((name) => [name, 0])) as Counts;
}

function add(sum: Counts, counts: Counts): void {
  for (const name of COUNT_NAMES) sum[name] += counts[name];
}

function byLacking(a: CoverageSum, b: CoverageSum): number {
  const lacking = ({ counts }: CoverageSum) => counts.resources - counts.compliant;
  return lacking(b) - lacking(a) || a.name.localeCompare(b.name);
}
