import fc from 'fast-check';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { SEVERITIES } from '#lambdas/contracts/observation.ts';

/** Any UTF-16 at all: markup, halves of surrogate pairs, control characters, emoji, nothing, and much of it. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 40,
  }),
  fc.constantFrom(
    '',
    ' ',
    '<!channel>',
    '<@U1>',
    '@here',
    '&'.repeat(400),
    '😀'.repeat(300),
    '\uD83D',
    'nul\u0000',
  ),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), fc.nat(4000))
    .map(([unit, times]) => unit.repeat(times)),
);
const url = fc.oneof(
  text,
  fc.webUrl(),
  text.map((path) => `https://example.com/${path}`),
);
const time = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  text,
  text.map((words) => `2026-11-20 (${words})`),
);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = <Value>(value: fc.Arbitrary<Value>, maxLength: number) => fc.array(value, { maxLength });
const counts = fc.record({ count: fc.nat(), total: fc.nat() });
const pages = fc.record({ seen: fc.nat(), total: fc.nat() });
const moment = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
const occurrences = fc.record({ count: fc.nat(), first: moment, last: moment, lastHour: fc.nat() });
const account = fc.record({
  part: text,
  account: optional(text),
  accountName: optional(text),
  region: optional(text),
  status: fc.constantFrom('open' as const, 'resolved' as const),
  resources: fc.nat(),
});
const resource = fc.record({
  part: text,
  id: text,
  account: optional(text),
  status: optional(text),
  url: optional(url),
});

/** A card with any strings in any of its fields (the reference is always ours), and any counts. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  reference: fc.stringMatching(/^[A-Z]{6}$/),
  revision: fc.nat(),
  openedAt: moment,
  status: fc.constantFrom('open', 'upcoming', 'resolved'),
  severity: fc.constantFrom(...SEVERITIES),
  source: text,
  title: text,
  summary: text,
  facts: some(fc.record({ label: text, value: text }), 10),
  links: some(fc.record({ label: text, url }), 10),
  labels: fc.dictionary(text, some(text, 3), { maxKeys: 5 }),
  startsAt: optional(time),
  endsAt: optional(time),
  deadline: optional(time),
  resolvedAt: optional(time),
  actions: some(fc.record({ id: text, label: text, url: optional(url), command: optional(text) }), 5),
  accounts: some(account, 20),
  accountCount: fc.nat(),
  regions: some(text, 20),
  resources: some(resource, 20),
  resourceCount: fc.nat(),
  pending: optional(counts),
  pages: optional(pages),
  occurrences: optional(occurrences),
});

export const anyLines = some(text, 160);
export const anyTime = time;
