import { expect, test } from 'vitest';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import { openCase, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import { aCaseWorld } from '#test/support-cases/a-case-world.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

const SHOP = '111122223333';
const START = Date.parse('2026-11-01T00:00:00.000Z');
const HOUR_MS = 3_600_000;

/** A case that an event found resolved, and nobody could be told: no try of the event had a way to the desk. */
async function anUntoldCase() {
  const world = aCaseWorld();
  const clock = { now: START };
  let hasDesk = true;
  const { ports, memory } = memoryPorts({
    world,
    accounts: [SHOP],
    now: () => new Date(clock.now),
    disturb: (name) => {
      if (name === 'observe' && !hasDesk) throw new Error('no way to the desk');
    },
  });
  await sweepAll(ports);
  clock.now += HOUR_MS;
  const { opened, event } = openCase(world, { account: SHOP, subject: 'A', body: 'It fails' }, clock.now);
  await handleEvent(SupportEvent.parse(event), ports);
  clock.now += HOUR_MS;
  hasDesk = false;
  const resolved = SupportEvent.parse(resolveCase(opened, clock.now));
  const failed: unknown[] = [];
  const retry = () => handleEvent(resolved, ports).catch((error: unknown) => void failed.push(error));
  for (let tries = 0; tries < 3; tries += 1) await retry();
  hasDesk = true;
  const told = () => memory.observations.filter(({ key }) => key.startsWith('support-case/'));
  return { ports, memory, clock, told, failed };
}

test('what no try of an event could tell is told by the next sweep, though AWS no longer lists the case as open', async () => {
  const { ports, memory, clock, told, failed } = await anUntoldCase();
  expect(failed).toHaveLength(3);
  expect(told().map(({ part }) => part.status)).toEqual(['open']);
  clock.now += HOUR_MS;
  await sweepAll(ports);

  expect(told().map(({ part }) => part.status)).toEqual(['open', 'resolved']);
  expect([...memory.cases.values()].map(({ pending }) => pending)).toEqual([undefined]);
});

test('whoever tells it, and when, tells it in the same words', async () => {
  const [early, late] = [await anUntoldCase(), await anUntoldCase()];
  late.clock.now += 30 * 24 * HOUR_MS;
  await sweepAll(early.ports);
  await sweepAll(late.ports);

  expect(late.told()[1]).toEqual(early.told()[1]);
});
