import { expect, test } from 'vitest';
import { pace } from '#lambdas/runtime/pace.ts';

async function waits(
  calls: number,
  limit: Parameters<typeof pace>[0],
  at: (call: number) => number = () => 0,
) {
  const slept: number[] = [];
  let call = 0;
  const turn = pace(limit, {
    now: () => new Date(at(call)),
    sleep: async (milliseconds) => void slept.push(milliseconds),
  });
  for (call = 0; call < calls; call += 1) await turn();
  return slept;
}

test('calls wait so long that no more than so many come in a second', async () => {
  expect(await waits(4, { perSecond: 4, burst: 1 })).toEqual([250, 500, 750]);
});

test('some come at once, as many as may', async () => {
  expect(await waits(5, { perSecond: 2, burst: 3 })).toEqual([500, 1000]);
});

test('calls that come slower than that do not wait', async () => {
  expect(await waits(5, { perSecond: 4, burst: 1 }, (call) => call * 250)).toEqual([]);
});
