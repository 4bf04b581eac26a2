import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitHead } from '#lambdas/alert-desk/fit-head.ts';
import { headWith, newHead } from '#lambdas/alert-desk/update-head.ts';
import { toCard } from '#lambdas/chat-delivery/card.ts';
import { renderFollowUp } from '#lambdas/chat-delivery/slack/render-reply.ts';
import { renderSlack, type SlackMessage } from '#lambdas/chat-delivery/slack/render-slack.ts';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';
import { renderWebhook } from '#lambdas/chat-delivery/webhook/signed-webhook.ts';
import { HEAD_LIMIT_BYTES } from '#lambdas/contracts/ledger.ts';
import { Observation } from '#lambdas/contracts/observation.ts';
import { CASE_CHANGES } from '#lambdas/contracts/support/case-change.ts';
import { WITHHELD_REASONS } from '#lambdas/contracts/support/case-row.ts';
import { toObservation } from '#lambdas/support-cases/tell/to-observation.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { pingsIn } from '#local/counterparts/slack/pings.ts';
import { aView } from '#test/chat-delivery/a-head.ts';
import { aCase, aContext, afterHours } from './a-case.ts';

const HOSTILE = [
  '<!channel> @here',
  '*b* `c` <http://x|y>',
  'a\n\u0000\u202Eb',
  '\uD83D',
  '🇯🇵'.repeat(200),
  '障'.repeat(4000),
];
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...HOSTILE));
const word = (...words: string[]) => fc.oneof(fc.constantFrom(...words), text);
const moment = fc.integer({ min: -500, max: 500 }).map(afterHours);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const anyRow = fc
  .record({
    displayId: fc.oneof(
      fc.constant('176962049400621'),
      text.filter((id) => id !== ''),
      fc.constant('9'.repeat(600)),
    ),
    subject: text,
    status: word('unassigned', 'pending-customer-action', 'resolved', 'reopened'),
    service: text,
    category: text,
    severity: word('low', 'urgent', 'constructor'),
    language: maybe(text),
    createdAt: moment,
    firstAnswerAt: maybe(moment),
    newest: maybe(
      fc.record({ key: text, at: moment, from: fc.constantFrom('aws' as const, 'customer' as const) }),
    ),
    permits: fc.array(fc.record({ id: text, status: word('PENDING', 'ACCEPTED'), at: moment }), {
      maxLength: 3,
    }),
    waitingSince: maybe(moment),
    resolvedAt: maybe(moment),
    withheld: maybe(fc.constantFrom(...WITHHELD_REASONS)),
  })
  .map((row) => aCase(row));
const anyChanges = fc.array(
  fc.record(
    {
      kind: fc.constantFrom(...CASE_CHANGES),
      at: moment,
      count: fc.integer({ min: 1, max: 2000 }),
      key: word('waiting-24h'),
    },
    { requiredKeys: ['kind', 'at'] },
  ),
  { maxLength: 12 },
);

test('any case with any changes is told within the contract, and in the same words whatever their order', () => {
  fc.assert(
    fc.property(anyRow, anyChanges, (row, changes) => {
      const told = toObservation(row, changes, aContext());
      expect(Observation.parse(told)).toEqual(told);
      expect(told.key.length).toBeLessThanOrEqual(512);
      expect(told.entry?.length).toBeLessThanOrEqual(300);
      expect(toObservation(row, changes.toReversed(), aContext())).toEqual(told);
      if (row.status === 'pending-customer-action') expect(told.severity).not.toBe('info');
      for (const words of [told.title, told.entry ?? '', ...told.facts.map(({ value }) => value)]) {
        expect(words).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(words.isWellFormed()).toBe(true);
        expect(words.length).toBeLessThanOrEqual(500);
      }
      expect(told.title.length).toBeLessThan(147);
    }),
    { numRuns: 300 },
  );
});

/** What Slack would read as its own in texts where it reads markup, but for the dates that we write. */
function readAsMarkup(messages: SlackMessage[]): string[] {
  const marked = messages.flatMap(({ text, blocks }) => [
    text,
    ...(JSON.stringify(blocks).match(/"type":"mrkdwn","text":"(?:[^"\\\\]|\\\\.)*"/g) ?? []),
  ]);
  return marked.flatMap((words) => words.match(/<(?!!date\^)[^>]*>?/g) ?? []);
}

test('any case fits the row of the desk and each channel, and is nowhere read as markup or as a mention', () => {
  fc.assert(
    fc.property(anyRow, anyChanges, (row, changes) => {
      const told = toObservation(row, changes, aContext());
      const now = new Date(afterHours(1));
      const head = { ...headWith(newHead(told, now), [], [told], now), views: { ops: aView() } };
      expect(Buffer.byteLength(JSON.stringify(head))).toBeLessThan(HEAD_LIMIT_BYTES);
      // Nothing had to give way.
      expect(fitHead(head)).toEqual(head);

      const card = toCard(head, aView(), now);
      const message = renderSlack(card, 'full');
      const followUp = renderFollowUp(card, [told.entry ?? ''], afterHours(0));
      expect(blocksRefusal(JSON.parse(toJson(message.blocks)))).toBeUndefined();
      expect([...pingsIn(message), ...pingsIn(followUp)]).toEqual([]);
      expect(readAsMarkup([message, followUp])).toEqual([]);
      expect(Buffer.byteLength(renderWebhook(card, 'full'))).toBeLessThan(20_000);
    }),
    { numRuns: 100 },
  );
});
