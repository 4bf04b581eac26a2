import { describe, expect, test } from 'vitest';
import { CapReachedError } from '#lambdas/cost-reports/cost-explorer/cap-reached-error.ts';
import { requestCounter } from '#lambdas/cost-reports/cost-explorer/request-counter.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { type MemoryStore, memoryStore } from '#test/runtime/memory-store.ts';

const RUN = '2026-10-31T235000Z-daily';

function aCounter({ store = memoryStore(), caps = { run: 3, month: 5 }, run = RUN } = {}) {
  const clock = { now: new Date('2026-10-31T23:50:00Z') };
  return { store, clock, counter: requestCounter(store, caps, run, () => clock.now) };
}

const countOf = (store: MemoryStore, month: string) =>
  readJson(store, `state/cost-reports/requests-${month}.json`);

async function reserve(counter: { reserve: () => Promise<void> }, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await counter.reserve();
}

test('a request is counted for its run and month before it is sent', async () => {
  const { store, counter } = aCounter();
  await reserve(counter, 2);

  expect(await countOf(store, '2026-10')).toEqual({ total: 2, runs: { [RUN]: 2 } });
  expect(await counter.spent()).toEqual({ run: 2, month: 2 });
});

test('what AWS refused is given back, once', async () => {
  const { counter } = aCounter();
  await reserve(counter, 2);
  await counter.giveBack();
  await counter.giveBack();

  expect(await counter.spent()).toEqual({ run: 1, month: 1 });
});

describe('a cap stops before the request (steampipe-mod-aws-thrifty#74)', () => {
  test('of a run', async () => {
    const { counter } = aCounter();
    await reserve(counter, 3);

    await expect(counter.reserve()).rejects.toMatchObject({ cap: 'run', limit: 3, spent: 3 });
    expect(await counter.spent()).toEqual({ run: 3, month: 3 });
  });

  test('of a month, whichever run spent it', async () => {
    const { store, counter } = aCounter();
    await reserve(counter, 3);
    const { counter: next } = aCounter({ store, run: '2026-10-31T235500Z-monthly' });
    await reserve(next, 2);

    await expect(next.reserve()).rejects.toMatchObject({ cap: 'month', limit: 5, spent: 5 });
    await expect(next.reserve()).rejects.toBeInstanceOf(CapReachedError);
  });

  test('and a retry of the run goes on where it stood', async () => {
    const { store, counter } = aCounter();
    await reserve(counter, 3);

    await expect(aCounter({ store }).counter.reserve()).rejects.toMatchObject({ cap: 'run' });
  });
});

describe('a run that is still going when a month begins', () => {
  const first = new Date('2026-11-01T00:01:00Z');

  test('spends from the new month, and has one cap for both', async () => {
    const { store, clock, counter } = aCounter();
    await reserve(counter, 2);
    clock.now = first;
    await counter.reserve();

    expect(await countOf(store, '2026-10')).toMatchObject({ total: 2 });
    expect(await countOf(store, '2026-11')).toMatchObject({ total: 1 });
    expect(await counter.spent()).toEqual({ run: 3, month: 1 });
    await expect(counter.reserve()).rejects.toMatchObject({ cap: 'run', spent: 3 });
  });

  test('gives back to the month that was counted for', async () => {
    const { store, clock, counter } = aCounter();
    await reserve(counter, 2);
    clock.now = first;
    await counter.giveBack();

    expect(await countOf(store, '2026-10')).toMatchObject({ total: 1, runs: { [RUN]: 1 } });
    expect(await countOf(store, '2026-11')).toBeUndefined();
  });
});
