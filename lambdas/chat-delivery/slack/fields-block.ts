import type { MrkdwnElement, SectionBlock } from '@slack/types';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { placeOf } from '#lambdas/chat-delivery/slack/headline.ts';
import { slackText, slackTime } from '#lambdas/chat-delivery/slack/slack-text.ts';

/** Slack allows 2,000; four of these must leave room for the rest. */
const FIELD = 250;

/** How it stands, since when, where, and what is hit: two columns, two rows. */
export function fieldsBlock(card: Card): SectionBlock {
  return {
    type: 'section',
    fields: [
      field('Status', statusOf(card)),
      field('When', whenOf(card)),
      field('Where', slackText(placeOf(card), FIELD)),
      field('Affected', affectedOf(card)),
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

/** A deadline that is the start itself is told once. */
function whenOf({ status, startsAt, endsAt, deadline }: Card): string {
  const told = (word: string, time: string | undefined) => (time ? `${word} ${slackTime(time)}` : '');
  const [start, end] = {
    open: ['since', 'until'],
    upcoming: ['from', 'until'],
    resolved: ['from', 'to'],
  }[status] as [string, string];
  const lines = [
    status === 'upcoming' && deadline === startsAt ? '' : told(start, startsAt),
    told(end, endsAt),
    status === 'resolved' ? '' : told('act before', deadline),
  ];
  return lines.filter(Boolean).join('\n') || 'no time given';
}

export function affectedOf({ resourceCount, pending, pages }: Card): string {
  const parts = [
    resourceCount === 0 ? 'no resources named' : `${resourceCount} resource${resourceCount === 1 ? '' : 's'}`,
    pending ? `${pending.count === resourceCount ? 'all' : pending.count} still open` : '',
    pages ? `${pages.seen} of ${pages.total} pages so far` : '',
  ];
  return parts.filter(Boolean).join('\n');
}
