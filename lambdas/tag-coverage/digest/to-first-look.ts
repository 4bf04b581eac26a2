import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import {
  accountLines,
  blindLines,
  fitting,
  keyLines,
  shareText,
} from '#lambdas/tag-coverage/digest/digest-lines.ts';
import { whereToLook } from '#lambdas/tag-coverage/digest/where-to-look.ts';
import { lackingOf, resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { countedVerb } from '#lambdas/tag-coverage/judge/percent-text.ts';

/** What the estate looked like when a policy was new: all that violated it then is told here, and not one by one. */
export function toFirstLook(summary: CoverageSummary, linkTo: (key: string) => string): Observation {
  const { date, at, total, policy } = summary;
  const lacking = lackingOf(total);
  const head =
    lacking > 0
      ? [
          `${countedVerb(lacking, 'lacks', 'lack')} something. What is older than the policy is told to nobody one by one: what is new from now on is told.`,
        ]
      : ['What lacks a tag from now on is told.'];
  return toDigestObservation({
    key: `tags/first-look/${policy.version}`,
    source: 'tags',
    orderedBy: [['sweptAt', Date.parse(at)]],
    severity: 'info',
    title:
      resourcesOf(total) > 0
        ? `Required tags, a first look: ${shareText(total)} have them all`
        : 'Required tags, a first look: no resources are seen yet',
    summary: fitting([head, keyLines(summary), accountLines(summary), blindLines(summary)]),
    ...whereToLook(date, linkTo),
  });
}
