import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { alertKeyOf } from '#lambdas/cost-anomalies/alert-key.ts';
import type { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { type AnomalyTimes, isOver, timesOf } from '#lambdas/cost-anomalies/anomaly-times.ts';
import { resourceOf, summaryOf, titleOf } from '#lambdas/cost-anomalies/anomaly-words.ts';
import { anomalyUrlOf } from '#lambdas/cost-anomalies/console-url.ts';
import { labelsOf } from '#lambdas/cost-anomalies/labels.ts';
import { severityOf } from '#lambdas/cost-anomalies/severity.ts';
import type { Share } from '#lambdas/cost-anomalies/shares.ts';

const WHAT_TO_DO =
  'Find out what began at its start in the places below. If it was meant, say so on the page of the anomaly: AWS learns from it.';

/**
 * An account's share of an anomaly as the alert desk understands it. The words are those of the whole, the same
 * in each share; what lies in the account are its resources, so that its owner's channel sees no other's.
 */
export function toObservation(event: AnomalyEvent, share: Share, accounts: Account[]): Observation {
  const { detail } = event;
  const times = timesOf(event);
  const key = alertKeyOf(event);
  const account = accounts.find(({ id }) => id === share.account) ?? { id: share.account, tags: {} };
  const end = isOver(times) ? times.end : undefined;
  return {
    kind: 'observation',
    key,
    scope: key,
    source: 'cost-anomaly',
    part: partOf(event, share, account, times),
    severity: severityOf(detail.impact.totalImpact),
    title: titleOf(detail, accounts),
    summary: summaryOf(detail, times),
    facts: [{ label: 'What to do', value: WHAT_TO_DO }],
    links: [{ label: 'Open the anomaly', url: anomalyUrlOf(detail.anomalyDetailsLink) }],
    labels: labelsOf(detail, share, account),
    ...(account.owner ? { owner: account.owner } : {}),
    ...(times.start === undefined ? {} : { startsAt: isoTime(times.start) }),
    ...(end === undefined ? {} : { endsAt: isoTime(end) }),
    remindAt: [],
    resolvesAt: isoTime(times.resolvesAt),
    related: [],
    actions: [],
  };
}

/**
 * Never resolved by itself: a later event may name other accounts, and the shares of those that it leaves out
 * would stay open with their old words. The time of the whole closes all shares at once.
 */
function partOf(
  { detail }: AnomalyEvent,
  { causes }: Share,
  account: Account,
  { sent }: AnomalyTimes,
): Observation['part'] {
  const regions = new Set(causes.flatMap(({ region }) => region || []));
  const [region] = regions;
  return {
    id: account.id,
    account: account.id,
    ...(account.name ? { accountName: account.name } : {}),
    ...(regions.size === 1 && region ? { region } : {}),
    resources: causes.map(resourceOf),
    status: 'open',
    // Events of one second: impact only grows.
    orderedBy: [
      ['sentAt', sent],
      ['impact', detail.impact.totalImpact ?? 0],
    ],
  };
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
