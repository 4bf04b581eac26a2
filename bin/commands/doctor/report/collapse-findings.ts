import type { Finding } from '#bin/commands/doctor/finding.ts';

/** Findings of one kind, of as many accounts and Regions as have it. */
export type Line = Pick<Finding, 'check' | 'verdict' | 'text' | 'mend'> & {
  findings: Finding[];
  /** How many accounts the check has looked at, and how many places in the Regions of these findings. */
  of: { accounts: number; places: number };
};

/** One line for each kind of finding of a check, in the order of their first. */
export function collapseFindings(findings: Finding[]): Line[] {
  const kinds = Map.groupBy(findings, ({ check, verdict, text, mend }) =>
    JSON.stringify([check, verdict, text, mend]),
  );
  const checks = Map.groupBy(findings, ({ check }) => check);
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { check, verdict, text, mend } = first;
    return [{ check, verdict, text, mend, findings: alike, of: countOf(alike, checks.get(check) ?? []) }];
  });
}

function countOf(alike: Finding[], ofCheck: Finding[]): Line['of'] {
  const regions = new Set(alike.map(({ region }) => region));
  const looked = ofCheck.filter(({ account }) => account !== undefined);
  const places = looked.filter(({ region }) => regions.has(region));
  return {
    accounts: new Set(looked.map(({ account }) => account)).size,
    places: new Set(places.map(({ account, region }) => `${account}/${region}`)).size,
  };
}
