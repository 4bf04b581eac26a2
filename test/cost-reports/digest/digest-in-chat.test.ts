import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import { renderSlack, type SlackMessage } from '#lambdas/chat-delivery/slack/render-slack.ts';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';
import { BASES } from '#lambdas/cost-reports/cost-line.ts';
import type { CostSummary } from '#lambdas/cost-reports/cost-summary.ts';
import { toCostDigest } from '#lambdas/cost-reports/digest/to-cost-digest.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { aChannel, inMemoryDelivery } from '#test/chat-delivery/in-memory-delivery.ts';
import { aSummary, spent } from '#test/cost-reports/digest/a-summary.ts';

const NOW = new Date('2026-11-22T09:00:30Z');
const ROUTES = {
  routes: [{ name: 'everything', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
};
const MORE = {
  answered: 3,
  links: [{ label: 'Open the report', url: 'https://eu-central-1.console.aws.amazon.com/s3/object/reeve' }],
  actions: [{ id: 'pull', label: 'Get the files', command: 'npm run reeve -- cost pull --month 2026-11' }],
};

/** What a channel of Slack is told when the desk receives digests of these summaries, one after the other. */
async function told(...summaries: CostSummary[]): Promise<{ did: string; text: string }[]> {
  const slack = aChannel({ render: (card, style) => toJson(renderSlack(card, style)) });
  const ledger = inMemoryLedger(ROUTES, () => NOW);
  const delivery = inMemoryDelivery(slack);
  for (const summary of summaries) {
    await receiveObservations([toCostDigest(summary, MORE)], ledger.ports);
    delivery.state.head = ledger.heads()[0];
    delivery.state.now = NOW;
    for (const message of ledger.deliveries.splice(0)) await deliverAlert(message, delivery.ports);
  }
  return slack.calls.filter(({ did }) => !did.startsWith('mark'));
}

const messageOf = (call: { text: string } | undefined) => JSON.parse(call?.text ?? '{}') as SlackMessage;

const USUAL = aSummary({
  movers: [
    {
      kind: 'service',
      key: 'Amazon Elastic Compute Cloud - Compute',
      current: 20_124_000_000_000n,
      previous: 12_000_000_000_000n,
      change: 8_124_000_000_000n,
      reason: 'usage +67.7%, likely in payments-prod',
    },
    {
      kind: 'service',
      key: 'AWS <Support> & co',
      current: 0n,
      previous: 1_000_000_000_000n,
      change: -1_000_000_000_000n,
      reason: 'support fee the week before',
    },
    {
      kind: 'account',
      key: '111122223333',
      name: 'payments-prod',
      current: 15_000_000_000_000n,
      previous: 7_500_000_000_000n,
      change: 7_500_000_000_000n,
      reason: 'usage +100.0%',
    },
  ],
  untagged: [{ tagKey: 'team', month: '2026-10', untagged: 123_000_000_000n, total: 1_000_000_000_000n }],
});
const CREDITED = aSummary({
  yesterday: spent({ Usage: '33.86', Credit: '-33.86' }),
  week: {
    ...aSummary().week,
    current: spent({ Usage: '237.02', Credit: '-237.02' }),
    previous: spent({ Usage: '200', Credit: '-150' }),
  },
  forecast: { state: 'none', month: '2026-11', reason: 'AWS has too little data' },
});
const LATE = aSummary({
  lastDay: '2026-11-19',
  lagDays: 2,
  yesterday: spent({}),
  notes: ['Costs by account were refused: AccessDeniedException.'],
});

test('a run that is repeated tells nothing twice', async () => {
  const calls = await told(USUAL, USUAL);

  expect(calls.map(({ did }) => did)).toEqual(['post']);
});

test('a later run of the day takes the place of the first', async () => {
  const later = { ...CREDITED, fetchedAt: '2026-11-22T12:00:00.000Z' };
  const calls = await told(USUAL, later, USUAL);

  expect(calls.map(({ did }) => did)).toEqual(['post', 'edit message-1', 'reply message-1']);
});

test.each([
  ['sorts behind', 'b'],
  ['sorts before', 'a'],
])('a repeat with more answers takes the place of the first, also where its text %s it', async (_, more) => {
  const first = { ...USUAL, notes: ['ab'] };
  const ledger = inMemoryLedger(ROUTES, () => NOW);
  await receiveObservations([toCostDigest(first, { ...MORE, answered: 2 })], ledger.ports);
  await receiveObservations([toCostDigest({ ...USUAL, notes: [more] }, MORE)], ledger.ports);

  expect(ledger.heads()[0]?.content.summary).toContain(`\n${more}\n`);
});

test.each([
  ['of a usual day', USUAL],
  ['of a day that credits make free', CREDITED],
  ['of a day that AWS is late with', LATE],
])('the digest %s in Slack', async (_, summary) => {
  const [call] = await told(summary);

  expect(blocksRefusal(messageOf(call).blocks)).toBeUndefined();
  expect(messageOf(call)).toMatchSnapshot();
});

const amount = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc.constantFrom('', '<!channel>', '\uD83D', '\n\n•', '&'.repeat(3000)),
);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.record({ start: day, end: day });
const measures = fc
  .record({ usage: amount, credits: amount, refunds: amount })
  .map(({ usage, credits, refunds }) => ({
    ...spent({}),
    usage,
    gross: usage,
    credits,
    refunds,
    net: usage + credits + refunds,
  }));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const comparison = fc.record({
  period,
  current: measures,
  previousPeriod: period,
  previous: optional(measures),
});
const range = fc.record({ low: amount, high: amount, level: fc.nat(100) });
const anySummary: fc.Arbitrary<CostSummary> = fc.record({
  today: day,
  basis: fc.constantFrom(...BASES),
  currency: fc.constantFrom('USD', 'EUR', 'INR', '<!here>'),
  source: text,
  fetchedAt: day.map((date) => `${date}T09:00:00.000Z`),
  lastDay: optional(day),
  lagDays: fc.nat(60),
  yesterday: measures,
  week: comparison,
  monthToDate: comparison.map((month) => ({ ...month, month: month.period.start.slice(0, 7) })),
  forecast: fc.oneof(
    fc.record({ state: fc.constant('known' as const), month: day, mean: amount, range: optional(range) }),
    fc.record({ state: fc.constant('none' as const), month: day, reason: text }),
  ),
  days: fc.array(fc.record({ day, measures, estimated: fc.boolean() }), { maxLength: 3 }),
  movers: fc.array(
    fc.record({
      kind: fc.constantFrom('service' as const, 'account' as const),
      key: text,
      name: optional(text),
      current: amount,
      previous: amount,
      change: amount,
      reason: text,
    }),
    { maxLength: 20 },
  ),
  untagged: fc.array(fc.record({ tagKey: text, month: day, untagged: amount, total: amount }), {
    maxLength: 5,
  }),
  notes: fc.array(text, { maxLength: 9 }),
});

test('any summary at all is a message that Slack takes', async () => {
  await fc.assert(
    fc.asyncProperty(anySummary, async (summary) => {
      const [call] = await told(summary);

      expect(blocksRefusal(messageOf(call).blocks)).toBeUndefined();
      expect(messageOf(call).text).toMatch(/AWS costs/);
    }),
    { numRuns: 150 },
  );
});
