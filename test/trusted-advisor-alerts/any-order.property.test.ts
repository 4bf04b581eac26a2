import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handleMessages } from '#lambdas/trusted-advisor-alerts/handle-messages.ts';
import type { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { toldAlerts } from '#test/told-alerts.ts';
import {
  ACCOUNT,
  anAdvisorEvent,
  aReading,
  aReadVolume,
  NOW,
  settings,
} from '#test/trusted-advisor-alerts/an-advisor-event.ts';
import { itemsInMemory } from '#test/trusted-advisor-alerts/items-in-memory.ts';

const STATUSES = ['OK', 'WARN', 'ERROR', 'INFO'];

type Plan = {
  /** For each volume the states that it goes through: numbers of `STATUSES`. */
  states: number[][];
  order: number[];
  batch: number;
  dropped: number[];
  repeats: number[];
  failures: number[];
  pauses: number[];
};
const plans = fc.record<Plan>({
  states: fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  order: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
  batch: fc.integer({ min: 1, max: 4 }),
  dropped: fc.array(fc.nat(15), { maxLength: 3 }),
  repeats: fc.array(fc.nat(15), { maxLength: 6 }),
  failures: fc.array(fc.nat(80), { maxLength: 6 }),
  pauses: fc.array(fc.nat(4), { minLength: 7, maxLength: 7 }),
});
const volumeOf = (index: number) => `arn:aws:ec2:eu-west-1:${ACCOUNT.id}:volume/vol-${index}`;

test('events dropped, repeated, in any order, side by side, with failures at any call, then one sweep: the end is the truth', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { told, rows } = await play(plan);
      const truth = plan.states.flatMap((each, index) => (each.at(-1) === 0 ? [] : [volumeOf(index)])).sort();
      expect(
        told
          .openResources()
          .map((id) => (id.startsWith('arn:') ? id : volumeOf(Number(id.slice(4)))))
          .sort(),
      ).toEqual(truth);
      expect(rows).toBeLessThanOrEqual(plan.states.length);
      for (const { part } of told.all()) {
        const isOpen = part.resources.some(({ status }) => status !== 'RESOLVED');
        expect(part.status).toBe(isOpen ? 'open' : 'resolved');
      }
    }),
    { numRuns: 300 },
  );
});

async function play({ states, order, batch, dropped, repeats, failures, pauses }: Plan) {
  const told = toldAlerts();
  let calls = 0;
  const left = new Set(failures);
  const before = async () => {
    calls += 1;
    for (let turn = pauses[calls % pauses.length] ?? 0; turn > 0; turn -= 1) await Promise.resolve();
    if (left.delete(calls)) throw new Error('cut off');
  };
  const items = itemsInMemory(undefined, before);
  const handle = (messages: AdvisorMessage[]) =>
    handleMessages(messages, {
      settings,
      items: items.ports,
      accountDirectory: () => Promise.resolve(ACCOUNT),
      tagsOf: () => Promise.resolve(new Map()),
      tell: async (observation) => {
        await before();
        await told.tell(observation);
      },
      report: () => undefined,
      now: () => NOW,
    });
  /** As a queue does: what fails comes again. */
  const deliver = async (batches: AdvisorMessage[][]) => {
    for (let round = 0; batches.length > 0; round += 1) {
      expect(round).toBeLessThan(200);
      const both = batches.splice(0, 2);
      const results = await Promise.allSettled(both.map(handle));
      batches.push(...both.filter((_, index) => results[index]?.status === 'rejected'));
    }
  };

  const events = states.flatMap((each, volume) =>
    each.map((state, index) => {
      const at = new Date(Date.parse('2026-11-23T08:00:00Z') + index * 60_000).toISOString();
      return anAdvisorEvent({ arn: volumeOf(volume), status: STATUSES[state] ?? '', at });
    }),
  );
  const heard = [
    ...events.filter((_, index) => !dropped.includes(index)),
    ...repeats.flatMap((i) => events[i] ?? []),
  ];
  const shuffled = heard
    .map((event, index) => ({ event, rank: order[index % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ event }) => event);
  const batches: AdvisorMessage[][] = [];
  for (let start = 0; start < shuffled.length; start += batch)
    batches.push(shuffled.slice(start, start + batch));
  await deliver(batches);

  const rows = [...items.rows.values()];
  const isFlagged = (volume: number) => states[volume]?.at(-1) !== 0;
  const ended = rows
    .filter(({ state, fields }) => state === 'open' && !isFlagged(Number(fields['Volume ID']?.slice(4))))
    .map(({ key }) => ({ key, ending: 'gone' as const }));
  const read = states.map((each, volume) => {
    const status = (['ok', 'warning', 'error', 'info'] as const)[each.at(-1) ?? 0] ?? 'ok';
    return aReadVolume(`vol-${volume}`, status);
  });
  const seen = read.filter(({ status }) => status !== 'ok');
  await deliver([[aReading({ at: '2026-11-23T09:55:00Z', seen, ended })]]);
  return { told, rows: items.rows.size };
}
