import type { TagProblem, TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';

/** How the resources that need a tag stand. `nearMisses` are of those that lack it, `exempt` of no other count. */
export type KeyCount = {
  compliant: number;
  missing: number;
  blank: number;
  wrongValue: number;
  nearMisses: number;
  exempt: number;
};

export function noCount(): KeyCount {
  return { compliant: 0, missing: 0, blank: 0, wrongValue: 0, nearMisses: 0, exempt: 0 };
}

/** The true denominator: what needs the tag and is not exempt. */
export function resourcesOf({ compliant, missing, blank, wrongValue }: KeyCount): number {
  return compliant + missing + blank + wrongValue;
}

export function lackingOf(count: KeyCount): number {
  return resourcesOf(count) - count.compliant;
}

const COLUMNS: Record<TagProblem, 'missing' | 'blank' | 'wrongValue'> = {
  missing: 'missing',
  blank: 'blank',
  value: 'wrongValue',
};
const WORST_FIRST: TagProblem[] = ['missing', 'blank', 'value'];

/** Counts a resource once, by the worst of its violations. */
export function countResource(count: KeyCount, violations: readonly TagViolation[]): void {
  const worst = WORST_FIRST.find((problem) => violations.some((violation) => violation.problem === problem));
  count[worst ? COLUMNS[worst] : 'compliant'] += 1;
  if (violations.some(({ nearMiss }) => nearMiss !== undefined)) count.nearMisses += 1;
}

export function addCount(sum: KeyCount, count: KeyCount): void {
  for (const name of Object.keys(sum) as (keyof KeyCount)[]) sum[name] += count[name];
}
