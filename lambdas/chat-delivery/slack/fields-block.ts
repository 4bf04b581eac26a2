import type { MrkdwnElement, SectionBlock } from '@slack/types';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { placeOf } from '#lambdas/chat-delivery/slack/headline.ts';
import { slackText, slackTime } from '#lambdas/chat-delivery/slack/slack-text.ts';
import type { Occurrences } from '#lambdas/contracts/ledger.ts';
import { spanOf } from '#lambdas/runtime/span.ts';

/** A notice about accounts has them as its resources. */
const ACCOUNT = /^\d{12}$/;
/** Slack allows 2,000; four of these must leave room for the rest. */
const FIELD = 250;
/** The ledger knows no more by name. */
const MOST_NAMED = 300;
const HOUR_MS = 3_600_000;
const LONG_MS = 2 * HOUR_MS;

/** How it stands, since when, where, and what is hit: two columns, two rows; what is nowhere has less. */
export function fieldsBlock(card: Card): SectionBlock {
  const place = placeOf(card);
  return {
    type: 'section',
    fields: [
      field('Status', statusOf(card)),
      field('When', whenOf(card)),
      ...(place ? [field('Where', slackText(place, FIELD))] : []),
      ...(place || card.resourceCount > 0 ? [field('Affected', affectedOf(card))] : []),
    ],
  };
}

/** Verbatim: Slack shall not make links of what looks like one. */
function field(label: string, value: string): MrkdwnElement {
  return { type: 'mrkdwn', text: `*${label}*\n${value}`, verbatim: true };
}

function statusOf({ status, severity, resolvedAt }: Card): string {
  if (status === 'resolved') return resolvedAt ? `Resolved ${slackTime(resolvedAt)}` : 'Resolved';
  return `${status === 'open' ? 'Open' : 'Upcoming'} · ${severity}`;
}

/** A deadline that is the start or the end itself is told once. */
function whenOf({ status, startsAt, endsAt, deadline, occurrences, openedAt }: Card): string {
  const told = (word: string, time: string | undefined) => (time ? `${word} ${slackTime(time)}` : '');
  const [start, end] = {
    open: ['since', 'until'],
    upcoming: ['from', 'until'],
    resolved: ['from', 'to'],
  }[status] as [string, string];
  const lines = [
    status === 'upcoming' && deadline === startsAt ? '' : told(start, startsAt ?? occurrences?.first),
    ...(occurrences ? timesOf(occurrences) : []),
    endsAt === deadline && status !== 'resolved' ? '' : told(end, endsAt),
    status === 'resolved' ? '' : told('act before', deadline),
  ];
  return lines.filter(Boolean).join('\n') || told('first heard', openedAt);
}

/** `37 times in 12 min, 3 a minute`, and when last: of something that lasts for hours how often it happens now. */
function timesOf({ count, first, last, lastHour }: Occurrences): string[] {
  if (count < 2) return [];
  const span = Date.parse(last) - Date.parse(first);
  const lately =
    span < LONG_MS
      ? rateOf((count - 1) / (span / HOUR_MS))
      : `, ${lastHour >= MOST_NAMED ? 'more than ' : ''}${lastHour} in the last hour of them`;
  return [`${count.toLocaleString('en-US')} times in ${spanOf(span)}${lately}`, `last ${slackTime(last)}`];
}

function rateOf(anHour: number): string {
  if (!Number.isFinite(anHour) || anHour < 2) return '';
  const [rate, unit] = anHour < 120 ? [anHour, 'an hour'] : [anHour / 60, 'a minute'];
  return `, ${Math.round(rate).toLocaleString('en-US')} ${unit}`;
}

export function affectedOf(card: Card): string {
  const { resourceCount, pending, pages } = card;
  const areAccounts = card.accountCount === 0 && card.resources.some(({ id }) => ACCOUNT.test(id));
  const noun = areAccounts ? 'account' : 'resource';
  const parts = [
    resourceCount === 0 ? 'no resources named' : `${resourceCount} ${noun}${resourceCount === 1 ? '' : 's'}`,
    pending && !areAccounts ? `${pending.count === resourceCount ? 'all' : pending.count} still open` : '',
    pages ? `${pages.seen} of ${pages.total} pages so far` : '',
  ];
  return parts.filter(Boolean).join('\n');
}
