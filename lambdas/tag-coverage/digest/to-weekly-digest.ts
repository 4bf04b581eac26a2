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
import { resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import {
  counted,
  countedVerb,
  percentText,
  pointsText,
  tenthsOf,
} from '#lambdas/tag-coverage/judge/percent-text.ts';
import type { NamedCount } from '#lambdas/tag-coverage/judge/sum-cells.ts';
import { mondayOf } from '#lambdas/tag-coverage/remember/days.ts';
import { weekOf } from '#lambdas/tag-coverage/remember/history.ts';

/** How coverage stands, and how it moved in a week. A later sweep of the same week takes the place of the first. */
export function toWeeklyDigest(summary: CoverageSummary, linkTo: (key: string) => string): Observation {
  const { date, at, total, history } = summary;
  const { before, opened, mended } = weekOf(history);
  const moved =
    before && changeOf([resourcesOf(total), total.compliant], [before.resources, before.compliant]);
  const week = before
    ? `On ${before.date}: ${percentText(before.compliant, before.resources)} of ${counted(before.resources, 'resource')}.`
    : 'There is no figure of a week before under this policy.';
  const changed = `In this week ${counted(opened, 'resource')} began to lack something, ${countedVerb(mended, 'was', 'were')} mended or deleted.`;
  const keyChange = ({ name, count }: NamedCount) => {
    const former = before?.keys[name];
    const change = former && changeOf([resourcesOf(count), count.compliant], former);
    return change ? ` (${change})` : '';
  };
  return toDigestObservation({
    key: `tags/week/${mondayOf(date)}`,
    source: 'tags',
    orderedBy: [['sweptAt', Date.parse(at)]],
    severity: 'info',
    title: `Required tags: ${shareText(total)} have them all${moved ? `, ${moved} in a week` : ''}`,
    summary: fitting([
      [week, changed],
      keyLines(summary, keyChange),
      accountLines(summary),
      blindLines(summary),
    ]),
    ...whereToLook(date, linkTo),
  });
}

type Share = [resources: number, compliant: number];

function changeOf([nowAll, now]: Share, [formerAll, former]: Share): string | undefined {
  return pointsText(tenthsOf(now, nowAll), tenthsOf(former, formerAll));
}
