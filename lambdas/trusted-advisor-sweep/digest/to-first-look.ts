import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import {
  accountLines,
  categoryLines,
  coloursText,
  itemLines,
  savingsLines,
  unreadLines,
} from '#lambdas/trusted-advisor-sweep/digest/digest-lines.ts';
import { fittingText } from '#lambdas/trusted-advisor-sweep/digest/fitting-text.ts';
import { whereToLook } from '#lambdas/trusted-advisor-sweep/digest/where-to-look.ts';

/** What was flagged when Reeve looked for the first time: all of it is told here, and not one by one. */
export function toFirstLook(summary: AdvisorSummary, linkTo: (key: string) => string): Observation {
  const { date, at, total, reds } = summary;
  const head =
    total.red + total.yellow > 0
      ? 'What is flagged already is told to nobody one by one: what changes from now on is told.'
      : 'What is flagged from now on is told.';
  return toDigestObservation({
    key: 'trusted-advisor/first-look',
    source: 'trusted-advisor',
    orderedBy: [['readAt', Date.parse(at)]],
    severity: 'info',
    title: `Trusted Advisor, a first look: ${coloursText(total)}`,
    summary: fittingText([
      [head],
      categoryLines(summary),
      itemLines('Red, security first', reds),
      accountLines(summary),
      savingsLines(summary),
      unreadLines(summary),
    ]),
    ...whereToLook(date, linkTo),
  });
}
