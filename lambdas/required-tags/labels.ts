import type { Account } from '#lambdas/contracts/settings.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';

/** What routes and mutes can ask of an alert: `tagKey`, `problem`, `resourceType`, `stack`, `ou`, `tag:team` … */
export function labelsOf(findings: TagFinding[], account: Account): Record<string, string[]> {
  const violations = findings.flatMap((finding) => finding.violations);
  const tags = Object.entries(account.tags).map(([key, value]) => [`tag:${key}`, [value]] as const);
  const labels = [
    ['tagKey', violations.map(({ key }) => key)],
    ['problem', violations.map(({ problem }) => problem)],
    ['resourceType', findings.map(({ type }) => type)],
    ['stack', findings.flatMap(({ stack }) => stack ?? [])],
    ['ou', account.ou ? [account.ou] : []],
    ...tags,
  ] as const;
  return Object.fromEntries(
    labels.flatMap(([name, values]) => (values.length > 0 ? [[name, [...new Set(values)].sort()]] : [])),
  );
}
