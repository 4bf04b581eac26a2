import { expect, test } from 'vitest';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import { USUAL_HABITS, type WorldSupport } from '#local/counterparts/organization/world-cases.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

const ACCOUNT = '111122223333';

function aBench(disturb?: (call: string, when: 'before' | 'after') => void) {
  const habits = structuredClone(USUAL_HABITS);
  const world: WorldSupport = { cases: [], permitRequests: [], attachmentSets: {}, uploads: {}, habits };
  const clock = { now: Date.parse('2026-11-01T00:00:00Z') };
  const now = () => new Date(clock.now);
  return {
    world,
    clock,
    ...memoryPorts({ world, accounts: [ACCOUNT], now, ...(disturb ? { disturb } : {}) }),
  };
}

test('a case that changed is announced once it is written, and one that was there before is not', async () => {
  const { world, clock, ports, memory } = aBench();
  const words = { account: ACCOUNT, subject: 'Old', body: 'x' };
  openCase(world, words, clock.now);
  clock.now += 60_000;
  await sweepAll(ports);
  expect(memory.announced).toEqual([]);

  clock.now += 60_000;
  const { opened, event } = openCase(world, { ...words, subject: 'New' }, clock.now);
  await handleEvent(SupportEvent.parse(event), ports);
  expect(memory.announced).toEqual([`${ACCOUNT}/${opened.displayId}`]);
});

test('whom the announcement does not reach never stops the case', async () => {
  const { world, clock, ports, memory } = aBench((call) => {
    if (call === 'announce') throw new Error('Lambda is down');
  });
  await sweepAll(ports);
  clock.now += 60_000;
  const { opened, event } = openCase(world, { account: ACCOUNT, subject: 'New', body: 'x' }, clock.now);
  await handleEvent(SupportEvent.parse(event), ports);

  expect(memory.cases.get(`${ACCOUNT}/${opened.displayId}`)?.pending).toBeUndefined();
  expect(memory.announced).toEqual([]);
});
