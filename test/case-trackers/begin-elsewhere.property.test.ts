import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginElsewhere } from '#lambdas/case-trackers/begin-elsewhere.ts';

const TURN_MS = 15 * 60_000;

test('every account comes, each once, and in so many runs each comes early', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(4_000_000_000), (count, seconds) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const early = new Set<number>();
      for (let run = 0; run < 60; run += 1) {
        const order = beginElsewhere(items, new Date(seconds * 1000 + run * TURN_MS));
        expect(order.toSorted((one, other) => one - other)).toEqual(items);
        for (const item of order.slice(0, Math.ceil(count / 20))) early.add(item);
      }
      expect(early.size).toBe(count);
    }),
    { numRuns: 30 },
  );
});

test('of no accounts there is none', () => {
  expect(beginElsewhere([], new Date(0))).toEqual([]);
});
