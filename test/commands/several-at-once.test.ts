import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';

test('never more than the limit are under way, and results keep the order of the items', async () => {
  let [current, most] = [0, 0];
  const results = await severalAtOnce([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, (current += 1));
    for (let turn = 0; turn < item; turn += 1) await setImmediate();
    current -= 1;
    return item * 10;
  });

  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('of nothing comes nothing', async () => {
  expect(await severalAtOnce([], 3, async () => 1)).toEqual([]);
});
