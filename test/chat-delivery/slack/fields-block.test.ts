import { describe, expect, it } from 'vitest';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { affectedOf, fieldsBlock } from '#lambdas/chat-delivery/slack/fields-block.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

const START = '2026-11-20T02:11:00.000Z';
const END = '2026-11-20T04:00:00.000Z';

/** The text of a field, with times as Slack would show them in UTC. */
function fieldOf(label: string, card: Partial<Card>): string {
  const texts = fieldsBlock(aCard(card)).fields?.map(({ text }) => text) ?? [];
  const field = texts.find((text) => text.startsWith(`*${label}*\n`)) ?? '';
  return field.slice(label.length + 3).replaceAll(/<!date[^|]*\|([^>]*)>/g, '$1');
}

describe('the status', () => {
  it.each([
    ['Open · error', {}],
    ['Upcoming · warning', { status: 'upcoming', severity: 'warning' }],
    ['Resolved 2026-11-20 04:00 UTC', { status: 'resolved', resolvedAt: END }],
    ['Resolved', { status: 'resolved' }],
  ] as const)('is "%s"', (text, card) => expect(fieldOf('Status', card)).toBe(text));
});

describe('the time', () => {
  it.each([
    ['since 2026-11-20 02:11 UTC', {}],
    ['since 2026-11-20 02:11 UTC\nuntil 2026-11-20 04:00 UTC', { endsAt: END }],
    ['from 2026-11-20 02:11 UTC', { status: 'upcoming' }],
    ['act before 2026-11-20 02:11 UTC', { status: 'upcoming', deadline: START }],
    ['since 2026-11-20 02:11 UTC\nact before 2026-11-20 04:00 UTC', { deadline: END }],
    [
      'from 2026-11-20 02:11 UTC\nto 2026-11-20 04:00 UTC',
      { status: 'resolved', endsAt: END, deadline: END },
    ],
    ['first heard 2026-11-20 02:15 UTC', { startsAt: undefined }],
    ['act before 2026-11-20 04:00 UTC', { startsAt: undefined, endsAt: END, deadline: END }],
    [
      'since 2026-11-20 02:11 UTC\n37 times in 12 min, 3 a minute\nlast 2026-11-20 02:23 UTC',
      {
        startsAt: undefined,
        occurrences: { count: 37, first: START, last: '2026-11-20T02:23:00Z', lastHour: 37 },
      },
    ],
    [
      'since 2026-11-20 02:11 UTC\n1,200 times in 2 h 49 min, more than 300 in the last hour of them\nlast 2026-11-20 05:00 UTC',
      { occurrences: { count: 1200, first: START, last: '2026-11-20T05:00:00Z', lastHour: 300 } },
    ],
    [
      'since 2026-11-20 02:11 UTC\n4 times in 49 min, 4 an hour\nlast 2026-11-20 03:00 UTC',
      { occurrences: { count: 4, first: START, last: '2026-11-20T03:00:00Z', lastHour: 4 } },
    ],
    [
      'since 2026-11-20 02:11 UTC\n2 times in 1 s\nlast 2026-11-20 02:11 UTC',
      { occurrences: { count: 2, first: START, last: START, lastHour: 2 } },
    ],
    ['since 2026-11-20 02:11 UTC', { occurrences: { count: 1, first: START, last: START, lastHour: 1 } }],
  ] as const)('is "%s"', (text, card) => expect(fieldOf('When', card)).toBe(text));
});

describe('what is affected', () => {
  it.each([
    ['1 resource', {}],
    ['no resources named', { resourceCount: 0 }],
    ['9 resources\n4 still open', { resourceCount: 9, pending: { count: 4, total: 9 } }],
    ['2 resources\nall still open', { resourceCount: 2, pending: { count: 2, total: 2 } }],
    ['100 resources\n1 of 3 pages so far', { resourceCount: 100, pages: { seen: 1, total: 3 } }],
  ])('is "%s"', (text, card) => expect(affectedOf(aCard(card))).toBe(text));
});

it('lets Slack make no links of what looks like one', () => {
  expect(fieldsBlock(aCard()).fields).toEqual(Array(4).fill(expect.objectContaining({ verbatim: true })));
});

describe('a notice about accounts, which stand in no account', () => {
  const nowhere = { accounts: [], accountCount: 0, regions: [] };
  const labelsOf = (card: Partial<Card>) =>
    fieldsBlock(aCard(card)).fields?.map(({ text }) => text.split('\n')[0]);

  it('counts them as accounts, and says nothing of where they are', () => {
    const silent = [{ part: 'all', id: '444455556666', status: 'WITHOUT PLAN' }];
    const card = { ...nowhere, resources: silent, resourceCount: 1, pending: { count: 1, total: 1 } };
    expect(labelsOf(card)).toEqual(['*Status*', '*When*', '*Affected*']);
    expect(fieldOf('Affected', card)).toBe('1 account');
  });

  it('says of none how it stands, and since when', () => {
    expect(labelsOf({ ...nowhere, resources: [], resourceCount: 0 })).toEqual(['*Status*', '*When*']);
  });
});
