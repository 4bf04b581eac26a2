import type { Event } from '@aws-sdk/client-health';
import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { partitionOf } from '#lambdas/contracts/regions.ts';
import { categoryOf, isUpcoming } from '#lambdas/health-reconcile/event-facts.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

/** A ledger's head keeps 3,000 characters of a text. */
export const LISTED = 20;
const LINE_LENGTH = 130;

const CATEGORIES: Record<string, [string, string]> = {
  issue: ['issue', 'issues'],
  investigation: ['investigation', 'investigations'],
  scheduledchange: ['scheduled change', 'scheduled changes'],
  accountnotification: ['notification', 'notifications'],
};

export type Digested = {
  /** The most urgent first. */
  events: Event[];
  /** How many accounts, of the events where that is known. */
  counts: Map<Event, string>;
  /** The home Region. */
  region: string;
  now: Date;
};

/** Where things stand when Reeve begins to watch: one message instead of one for each old event. */
export function toDigest({ events, counts, region, now }: Digested): Observation {
  const key = `health/backfill/${now.toISOString().slice(0, 10)}`;
  const listed = events.slice(0, LISTED).map((event) => `• ${lineOf(event, counts.get(event), now)}`);
  const partition = partitionOf(region);
  // The dashboard of the first partition has a host of its own.
  const host = partition === 'aws' ? 'health.aws.amazon.com' : consoleHost(partition);
  return toDigestObservation({
    key,
    source: 'health',
    orderedBy: [['time', now.getTime()]],
    severity: 'info',
    title: titleOf(events, now),
    summary: [
      'What AWS Health knows as Reeve begins to watch. From now on every event is told by itself.',
      ...listed,
      ...restLine(events.slice(LISTED)),
    ].join('\n'),
    links: [{ label: 'Open AWS Health', url: `https://${host}/health/home` }],
    actions: [],
  });
}

function titleOf(events: Event[], now: Date): string {
  const upcoming = events.filter((event) => isUpcoming(event, now)).length;
  const open = events.length - upcoming;
  const parts = [...(open > 0 ? [`${open} open`] : []), ...(upcoming > 0 ? [`${upcoming} upcoming`] : [])];
  if (parts.length === 0) return 'AWS Health: nothing open, nothing upcoming';
  return `AWS Health: ${parts.join(' and ')} ${events.length === 1 ? 'event' : 'events'}`;
}

/** `EC2 instance retirement scheduled, eu-west-1, from 2026-12-01, 3 accounts` */
function lineOf(event: Event, accounts: string | undefined, now: Date): string {
  const { service = 'AWS', eventTypeCode = '', region, startTime, actionability } = event;
  const words = eventTypeCode
    .replace(/^AWS_/, '')
    .replace(new RegExp(`^${RegExp.escape(service)}_`, 'i'), '')
    .replaceAll('_', ' ')
    .toLowerCase();
  const date = startTime?.toISOString().slice(0, 10);
  const facts = [
    `${service} ${words}`.trim(),
    region,
    date && `${isUpcoming(event, now) ? 'from' : 'since'} ${date}`,
    accounts && `${accounts} ${accounts === '1' ? 'account' : 'accounts'}`,
    actionability === 'ACTION_REQUIRED' ? 'action required' : undefined,
  ];
  const line = facts.filter(Boolean).join(', ');
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH - 1).toWellFormed()}…` : line;
}

/** `And 34 more: 20 scheduled changes, 14 notifications.` */
function restLine(rest: Event[]): string[] {
  if (rest.length === 0) return [];
  const byCategory = Map.groupBy(rest, categoryOf);
  const counts = [...byCategory].map(([category, { length }]) => {
    const [one, many] = CATEGORIES[category] ?? ['other', 'others'];
    return `${length} ${length === 1 ? one : many}`;
  });
  return [`And ${rest.length} more: ${counts.join(', ')}.`];
}
