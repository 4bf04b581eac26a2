import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { mondayOf } from '#lambdas/trusted-advisor-sweep/days.ts';
import {
  accountLines,
  coloursText,
  itemLines,
  savingsLines,
  savingsText,
  unreadLines,
} from '#lambdas/trusted-advisor-sweep/digest/digest-lines.ts';
import { fittingText } from '#lambdas/trusted-advisor-sweep/digest/fitting-text.ts';
import { whereToLook } from '#lambdas/trusted-advisor-sweep/digest/where-to-look.ts';
import { weekOf } from '#lambdas/trusted-advisor-sweep/publish/history.ts';

/** How all stands, and how it moved in a week. A later reading of the same week takes the place of the first. */
export function toWeeklyDigest(summary: AdvisorSummary, linkTo: (key: string) => string): Observation {
  const { date, at, total, history, newReds } = summary;
  const { before, opened, recovered } = weekOf(history);
  const former = before
    ? `On ${before.date}: ${coloursText(before)}, ${savingsText(parseDecimal(before.savings))} a month to save.`
    : 'There is no figure of a week before.';
  const change = `In this week ${countText(opened)} red or yellow ${opened === 1 ? 'item' : 'items'} came, ${countText(recovered)} recovered.`;
  const nothingNew = newReds.count === 0 ? ['Nothing is newly red.'] : [];
  return toDigestObservation({
    key: `trusted-advisor/week/${mondayOf(date)}`,
    source: 'trusted-advisor',
    orderedBy: [['readAt', Date.parse(at)]],
    severity: 'info',
    title: `Trusted Advisor: ${coloursText(total)}${newReds.count > 0 ? `, ${countText(newReds.count)} newly red` : ''}`,
    summary: fittingText([
      [former, change, ...nothingNew],
      itemLines('Newly red in the last seven days, security first', newReds),
      accountLines(summary),
      savingsLines(summary),
      unreadLines(summary),
    ]),
    ...whereToLook(date, linkTo),
  });
}
