import type { Account } from '#lambdas/contracts/settings.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { ALL_KEYS } from '#lambdas/contracts/tags/tag-tables.ts';
import type { CoverageCell } from '#lambdas/tag-coverage/judge/coverage-counts.ts';
import { type KeyCount, noCount, resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { type NamedCount, sumCells, totalOf } from '#lambdas/tag-coverage/judge/sum-cells.ts';
import type { LeftOut } from '#lambdas/tag-coverage/publish/to-notes.ts';
import type { DayEntry } from '#lambdas/tag-coverage/remember/sweep-state.ts';

export type AccountCount = { account: Account; count: KeyCount };

/** What digests and the page say of a sweep. All sums but those of keys count a resource once. */
export type CoverageSummary = {
  date: string;
  /** When AWS Config was asked, ISO 8601. */
  at: string;
  policy: TagPolicy;
  total: KeyCount;
  /** In the order of the policy. */
  keys: NamedCount[];
  /** Those that lack most first, as all that follow. */
  accounts: AccountCount[];
  ous: NamedCount[];
  types: NamedCount[];
  regions: NamedCount[];
  leftOut: LeftOut;
  /** Accounts and Regions that were asked what they record. */
  asked: number;
  /** This day included. */
  history: DayEntry[];
};

/** The sums of a sweep by all that people ask for. */
export function sumCoverage(
  cells: readonly CoverageCell[],
  { tags }: Pick<TagPolicy, 'tags'>,
  accountOf: (id: string) => Account,
): Pick<CoverageSummary, 'total' | 'keys' | 'accounts' | 'ous' | 'types' | 'regions'> {
  const all = cells.filter(({ key }) => key === ALL_KEYS);
  const byKey = new Map(sumCells(cells, ({ key }) => key).map(({ name, count }) => [name, count]));
  return {
    total: totalOf(all),
    keys: tags.map(({ key }) => ({ name: key, count: byKey.get(key) ?? noCount() })),
    accounts: sumCells(all, ({ account }) => account).map(({ name, count }) => ({
      account: accountOf(name),
      count,
    })),
    ous: sumCells(all, ({ account }) => accountOf(account).ou ?? ''),
    types: sumCells(all, ({ type }) => type),
    regions: sumCells(all, ({ region }) => region),
  };
}

/** The day as the history keeps it. */
export function toDayEntry(
  { total, keys }: Pick<CoverageSummary, 'total' | 'keys'>,
  day: Pick<DayEntry, 'date' | 'version' | 'opened' | 'mended'>,
): DayEntry {
  return {
    ...day,
    resources: resourcesOf(total),
    compliant: total.compliant,
    keys: Object.fromEntries(keys.map(({ name, count }) => [name, [resourcesOf(count), count.compliant]])),
  };
}
