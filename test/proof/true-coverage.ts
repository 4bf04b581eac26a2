import type { World } from '#local/counterparts/organization/world.ts';

/** Resources that need a tag; those that have it; those without, with a blank one, with one that is not allowed. */
export type TrueCount = [resources: number, compliant: number, missing: number, blank: number, wrong: number];

type Problem = 'none' | 'missing' | 'blank' | 'wrong';
const PLACES: Record<Problem, number> = { none: 1, missing: 2, blank: 3, wrong: 4 };

/**
 * What a world's tags are like, by `account Region type key`, reckoned from the world itself and by nothing of the
 * function: `Owner` anything, `CostCenter` CC and four digits, `Environment` one of three; `*` once for all.
 */
export function trueCoverage({ accounts, resources }: World): Record<string, TrueCount> {
  const recorders = new Map(accounts.map((account) => [account.id, account.recorders]));
  const counts: Record<string, TrueCount> = {};
  for (const { account, region, type, tags } of resources) {
    if (recorders.get(account)?.[region] !== 'recording') continue;
    const owner = problemOf(tags['Owner'], () => true);
    const centre = problemOf(tags['CostCenter'], (text) => text.length === 7 && text.startsWith('CC-'));
    const stage = problemOf(tags['Environment'], (text) => ['prod', 'test', 'dev'].includes(text));
    const all = [owner, centre, stage];
    const worst = (['missing', 'blank', 'wrong'] as const).find((problem) => all.includes(problem)) ?? 'none';
    const named: Record<string, Problem> = {
      Owner: owner,
      CostCenter: centre,
      Environment: stage,
      '*': worst,
    };
    for (const [key, problem] of Object.entries(named)) {
      const count = (counts[`${account} ${region} ${type} ${key}`] ??= [0, 0, 0, 0, 0]);
      count[0] += 1;
      count[PLACES[problem]] = (count[PLACES[problem]] ?? 0) + 1;
    }
  }
  return counts;
}

function problemOf(value: string | undefined, isAllowed: (value: string) => boolean): Problem {
  if (value === undefined) return 'missing';
  if (value.trim() === '') return 'blank';
  return isAllowed(value) ? 'none' : 'wrong';
}
