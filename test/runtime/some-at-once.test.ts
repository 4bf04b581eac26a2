import { expect, test } from 'vitest';
import { someAtOnce } from '#lambdas/runtime/some-at-once.ts';

const ITEMS = Array.from({ length: 23 }, (_, index) => index);
const ticks = async (count: number) => {
  for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
};

test('results come in the order of the items, whichever is done first', async () => {
  const results: number[] = [];
  const work = async (item: number) => {
    await ticks((item * 7) % 11);
    return item;
  };
  for await (const result of someAtOnce(ITEMS, 4, work)) results.push(result);

  expect(results).toEqual(ITEMS);
});

test('no more are begun and not yet taken than the limit, so that memory stays the same', async () => {
  let [begun, taken, most] = [0, 0, 0];
  const work = async (item: number) => {
    begun += 1;
    most = Math.max(most, begun - taken);
    return item;
  };
  for await (const _ of someAtOnce(ITEMS, 4, work)) taken += 1;

  expect({ begun, taken }).toEqual({ begun: 23, taken: 23 });
  expect(most).toBeLessThanOrEqual(5);
  expect(most).toBeGreaterThan(1);
});
