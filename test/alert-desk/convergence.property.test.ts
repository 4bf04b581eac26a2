import fc from 'fast-check';
import { expect, it } from 'vitest';
import { receiveMessages } from '#lambdas/alert-desk/receive-messages.ts';
import { toCard } from '#lambdas/chat-delivery/card.ts';
import { renderSlack } from '#lambdas/chat-delivery/slack/render-slack.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import type { SqsRecord } from '#lambdas/runtime/sqs-event.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';
import { Crash, inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const SETTINGS: DeskSettings = {
  routes: [
    { name: 'all', when: {}, channels: ['ops'], owner: false },
    { name: 'first', when: { accounts: ['111100000001'] }, channels: ['team'], owner: false },
    { name: 'tagged', when: { tags: { team: ['b'] } }, channels: ['b'], owner: false },
  ],
  mutes: [],
  owners: {},
};

type Version = { update: number; total: number; resources: number; status: 'open' | 'resolved' };

const version = (update: number) =>
  fc.record({
    update: fc.constant(update),
    total: fc.integer({ min: 1, max: 4 }),
    resources: fc.integer({ min: 0, max: 12 }),
    status: fc.constantFrom('open' as const, 'resolved' as const),
  });

/** One account's history: up to four updates of an event, each in one to four pages. */
const history = fc
  .integer({ min: 1, max: 4 })
  .chain((updates) => fc.tuple(...Array.from({ length: updates }, (_, index) => version(index))));

/** Several accounts, each with its own history; then any order, with repeats and backup copies. */
const arrivals = fc
  .array(history, { minLength: 1, maxLength: 3 })
  .map((accounts) => accounts.flatMap((versions, account) => versions.flatMap((v) => pagesOf(account, v))))
  .chain((observations) =>
    fc.record({
      observations: fc.constant(observations),
      repeats: fc.array(fc.nat({ max: observations.length - 1 }), { maxLength: 12 }),
      order: fc.infiniteStream(fc.nat()),
      crashes: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 4 }),
      batches: fc.infiniteStream(fc.integer({ min: 1, max: 10 })),
    }),
  );

it('any order of updates, pages, repeats and crashes ends in the same message', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ observations, repeats, order, crashes, batches }) => {
      const straight = await run(observations, [], () => 10);
      const copies = repeats.map((index) => backupCopy(observations[index] as Observation));
      const shuffled = shuffle([...observations, ...copies], order);
      const disturbed = await run(shuffled, crashes, () => batches.next().value as number);
      expect(disturbed).toEqual(straight);
    }),
    { numRuns: 400 },
  );
});

function pagesOf(account: number, { update, total, resources, status }: Version): Observation[] {
  const id = `11110000000${account}`;
  return Array.from({ length: total }, (_, index) => {
    const first = index * 12;
    const names = Array.from({ length: resources }, (_, at) => ({
      id: `i-${String(first + at).padStart(4, '0')}`,
      status: (at + update) % 2 === 0 ? 'PENDING' : 'RESOLVED',
    }));
    return anObservation({
      summary: `Words of update ${update} for ${account}.`,
      labels: { service: ['EC2'], 'tag:team': [index === 1 ? 'b' : 'a'] },
      part: {
        id,
        account: id,
        resources: names,
        status,
        page: { number: index + 1, total, update: `update-${update}` },
        orderedBy: [
          ['lastUpdatedTime', 1_000_000 + update * 1000],
          ['time', 2_000_000 + update * 1000 + index],
        ],
      },
    });
  });
}

/** The same words, delivered from another Region a little later. */
function backupCopy(observation: Observation): Observation {
  const orderedBy = observation.part.orderedBy.map(([clock, value]): [string, number] => [
    clock,
    clock === 'time' ? value + 7 : value,
  ]);
  return { ...observation, part: { ...observation.part, orderedBy } };
}

function shuffle<Item>(items: Item[], order: Iterator<number>): Item[] {
  const pool = [...items];
  return items.map(() => pool.splice((order.next().value as number) % pool.length, 1)[0] as Item);
}

/** Feeds the desk as a FIFO queue does: batches, and again whatever failed or was lost in a crash. */
async function run(observations: Observation[], crashes: number[], batchSize: () => number) {
  const ledger = inMemoryLedger(SETTINGS, () => NOW);
  const pending = [...crashes];
  let calls = 0;
  ledger.failWith(() => {
    calls += 1;
    if (pending.length > 0 && calls >= (pending[0] as number)) {
      pending.shift();
      calls = 0;
      throw new Crash();
    }
  });
  const queue = observations.map((observation, index) => recordOf(observation, index));
  for (let round = 0; queue.length > 0; round += 1) {
    if (round > 1000) throw new Error('The queue does not empty');
    const batch = queue.splice(0, batchSize());
    const failures = await receiveMessages(batch, ledger.ports);
    queue.unshift(...failures.map(({ record }) => record));
  }
  const head = ledger.heads()[0];
  for (const channel of Object.keys(head?.views ?? {})) {
    const told = ledger.deliveries.filter((delivery) => delivery.channel === channel);
    expect(told.at(-1)?.revision, `${channel} hears of the last revision`).toBe(head?.revision);
  }
  return Object.entries(head?.views ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([channel, view]) => [channel, head && renderSlack(toCard(head, view, NOW), 'full')]);
}

function recordOf(observation: Observation, index: number): SqsRecord {
  return {
    messageId: String(index),
    receiptHandle: String(index),
    body: JSON.stringify(observation),
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:alerts.fifo',
    attributes: { ApproximateReceiveCount: '1', MessageGroupId: observation.scope },
  };
}
