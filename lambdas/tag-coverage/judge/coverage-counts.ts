import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { ALL_KEYS } from '#lambdas/contracts/tags/tag-tables.ts';
import { countResource, type KeyCount, noCount } from '#lambdas/tag-coverage/judge/key-count.ts';

/** Where and what is counted together. */
type Group = { account: string; region: string; type: string };
/** A key of a group; `*` counts each resource once, for all its keys. */
export type CoverageCell = Group & { key: string; count: KeyCount };

export type CoverageCounts = {
  add: (group: Group, violations: readonly TagViolation[]) => void;
  addExempt: (group: Group) => void;
  /** In the order of accounts, Regions and types; keys in that of the policy, all together last. */
  cells: () => CoverageCell[];
};

/** Counts resources: memory grows with accounts, Regions, types and keys, never with resources. */
export function coverageCounts(policy: Pick<TagPolicy, 'tags' | 'types'>): CoverageCounts {
  const groups = new Map<string, Group & { counts: Map<string, KeyCount> }>();

  function countsOf({ account, region, type }: Group): Map<string, KeyCount> {
    const name = `${account}/${region}/${type}`;
    let group = groups.get(name);
    if (!group) {
      const keys = [...tagsOfType(policy, type).map(({ key }) => key), ALL_KEYS];
      const counts = new Map(keys.map((key) => [key, noCount()]));
      groups.set(name, (group = { account, region, type, counts }));
    }
    return group.counts;
  }

  return {
    add(group, violations) {
      for (const [key, count] of countsOf(group)) {
        const own = key === ALL_KEYS ? violations : violations.filter((violation) => violation.key === key);
        countResource(count, own);
      }
    },
    addExempt(group) {
      for (const count of countsOf(group).values()) count.exempt += 1;
    },
    cells: () =>
      [...groups.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, { counts, ...group }]) => [...counts].map(([key, count]) => ({ ...group, key, count }))),
  };
}
