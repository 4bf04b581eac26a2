import type { Resource } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AnomalyDetail, RootCause } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { type AnomalyTimes, isOver } from '#lambdas/cost-anomalies/anomaly-times.ts';
import { dollars, moreDollars } from '#lambdas/cost-anomalies/dollars.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

const NAME_LENGTH = 80;
const CAUSE_LENGTH = 140;

/** `Cost anomaly: Amazon EC2, $812.40 above expected` */
export function titleOf(detail: AnomalyDetail, accounts: Account[]): string {
  const { totalImpact } = detail.impact;
  const amount = totalImpact === undefined ? '' : `, ${dollars(totalImpact)} above expected`;
  return `Cost anomaly: ${subjectOf(detail, accounts)}${amount}`;
}

/** The figures first: what of this is new is the line that the thread gets. */
export function summaryOf({ impact, monitorName }: AnomalyDetail, times: AnomalyTimes): string {
  const { totalActualSpend: spent, totalExpectedSpend: expected, totalImpactPercentage: percent } = impact;
  const share =
    percent === undefined || percent <= 0 ? '' : ` (+${Math.round(percent).toLocaleString('en-US')}%)`;
  const lines = [
    spent === undefined || expected === undefined
      ? ''
      : `Spent ${dollars(spent)} where ${dollars(expected)} was expected${share}.`,
    // Chat shows moments in the reader's own time, where a day of UTC begins on another one.
    times.start === undefined ? '' : `Unusual since ${dayOf(times.start)} (UTC).`,
    monitorName ? `Found by the monitor ${oneLine(monitorName, NAME_LENGTH)}.` : '',
    isOver(times) && times.lastDay !== undefined
      ? `Nothing unusual after ${dayOf(times.lastDay)}; counted as over.`
      : '',
  ];
  return lines.filter(Boolean).join('\n');
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** A root cause as a line of the list that an account's channels see: `+$612.40 · Amazon EC2 · BoxUsage · eu-west-1`. */
export function resourceOf({ service, usageType, region, impact }: RootCause): Resource {
  const { contribution } = impact;
  const words = [contribution === undefined ? '' : moreDollars(contribution), service, usageType, region];
  const line = words.flatMap((word) => (word?.trim() ? [oneLine(word, NAME_LENGTH)] : [])).join(' · ');
  return { id: oneLine(line, CAUSE_LENGTH) || 'a cause that AWS does not name' };
}

/** The one service that it lies in, or what the monitor looks at. */
function subjectOf(
  { rootCauses, dimensionValue = '', monitorName = '' }: AnomalyDetail,
  accounts: Account[],
): string {
  const services = [...new Set(rootCauses.flatMap(({ service }) => service?.trim() || []))];
  const named = accounts.find(({ id }) => id === dimensionValue)?.name;
  const subject =
    services.length === 1 ? services[0] : (named ?? (dimensionValue.trim() || monitorName.trim()));
  return oneLine(subject || 'AWS', NAME_LENGTH);
}
