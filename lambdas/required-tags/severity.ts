import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

/** The worst of the tags that the resources lack; where that is not known, the mildest of the policy. */
export function severityOf(findings: TagFinding[], { tags }: Pick<TagPolicy, 'tags'>): Severity {
  const lacking = new Set(findings.flatMap(({ violations }) => violations.map(({ key }) => key)));
  const severities = tags.filter(({ key }) => lacking.has(key)).map(({ severity }) => severity);
  const worst = SEVERITIES.find((severity) => severities.includes(severity));
  return (
    worst ?? SEVERITIES.findLast((severity) => tags.some((tag) => tag.severity === severity)) ?? 'warning'
  );
}
