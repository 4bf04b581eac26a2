import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { handleMessages } from '#lambdas/required-tags/handle-messages.ts';
import { lookName } from '#lambdas/required-tags/look.ts';
import type { TagPorts } from '#lambdas/required-tags/tag-ports.ts';
import { ACCOUNT, aLook, anEvaluation, NOW, settings } from '#test/required-tags/an-evaluation.ts';
import { findingsInMemory } from '#test/required-tags/findings-in-memory.ts';
import { toldAlerts } from '#test/told-alerts.ts';

const GOOD = { Owner: 'shop', Stage: 'dev' };
const TAGS: Record<string, string>[] = [
  GOOD,
  {},
  { owner: 'payments' },
  { Owner: 'payments', Stage: 'test' },
  { 'aws:cloudformation:stack-name': 'api', Owner: 'shop' },
];

/** For each resource the states that it goes through: numbers of `TAGS`. */
const histories = fc.array(fc.array(fc.nat(TAGS.length - 1), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

type Plan = {
  states: number[][];
  order: number[];
  batch: number;
  repeats: number[];
  failures: number[];
  pauses: number[];
};
const plans = fc.record<Plan>({
  states: histories,
  order: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
  batch: fc.integer({ min: 1, max: 4 }),
  repeats: fc.array(fc.nat(15), { maxLength: 6 }),
  failures: fc.array(fc.nat(80), { maxLength: 6 }),
  pauses: fc.array(fc.nat(4), { minLength: 7, maxLength: 7 }),
});

test('in any order, repeated, in batches side by side, with failures at any call: the end is the truth', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const told = await play(plan);
      const truth = plan.states.flatMap((states, index) => (isBad(states) ? [`arn:${index}`] : [])).sort();
      expect(told.openResources()).toEqual(truth);
      for (const { part } of told.all()) {
        const isOpen = part.resources.some(({ status }) => status !== 'RESOLVED');
        expect(part.status).toBe(isOpen ? 'open' : 'resolved');
      }
    }),
    { numRuns: 300 },
  );
});

const isBad = (states: number[]) => states.at(-1) !== 0;

async function play({ states, order, batch, repeats, failures, pauses }: Plan) {
  const told = toldAlerts();
  let calls = 0;
  const left = new Set(failures);
  const before = async () => {
    calls += 1;
    for (let turn = pauses[calls % pauses.length] ?? 0; turn > 0; turn -= 1) await Promise.resolve();
    if (left.delete(calls)) throw new Error('cut off');
  };
  const { ports } = findingsInMemory(before);
  const all: TagPorts = {
    settings,
    accountDirectory: () => Promise.resolve(ACCOUNT),
    lookAt: (news) =>
      Promise.resolve(
        new Map(
          news.map((one) => {
            const now = TAGS[states[Number(one.id)]?.at(-1) ?? 0] ?? {};
            return [lookName(one), aLook(now, { name: one.id, arn: `arn:${one.id}` })];
          }),
        ),
      ),
    findings: ports,
    tell: async (observation) => {
      await before();
      await told.tell(observation);
    },
    report: () => undefined,
    now: () => NOW,
  };

  const events = states.flatMap((each, id) =>
    each.flatMap((state, index) => eventOf(each, state, index, id)),
  );
  const shuffled = [...events, ...repeats.flatMap((index) => events[index] ?? [])]
    .map((event, index) => ({ event, rank: order[index % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ event }) => event);
  const batches: TagMessage[][] = [];
  for (let start = 0; start < shuffled.length; start += batch)
    batches.push(shuffled.slice(start, start + batch));
  // As a queue does: what fails comes again.
  for (let round = 0; batches.length > 0; round += 1) {
    expect(round).toBeLessThan(200);
    const both = batches.splice(0, 2);
    const results = await Promise.allSettled(both.map((messages) => handleMessages(messages, all)));
    batches.push(...both.filter((_, index) => results[index]?.status === 'rejected'));
  }
  return told;
}

/** An event where the verdict changes, as AWS Config sends it. */
function eventOf(each: number[], state: number, index: number, id: number): TagMessage[] {
  const before = each[index - 1];
  const isGood = state === 0;
  if (before !== undefined && isGood === (before === 0) && state === before) return [];
  const at = new Date(Date.parse('2026-11-22T09:00:00Z') + index * 60_000).toISOString();
  const old = before === 0 ? 'COMPLIANT' : 'NON_COMPLIANT';
  return [anEvaluation(isGood ? 'COMPLIANT' : 'NON_COMPLIANT', { id: String(id), at, old })];
}
