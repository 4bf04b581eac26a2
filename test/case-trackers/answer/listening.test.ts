import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Heard, listen } from '#lambdas/case-trackers/answer/listening.ts';
import type { ChangedComment } from '#lambdas/case-trackers/tracker.ts';

const NOW = Date.parse('2026-11-23T03:00:00.000Z');
const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(NOW + minutes * MINUTE_MS).toISOString();

const aTracker = (all: ChangedComment[]) => {
  const asked: string[] = [];
  return {
    asked,
    changedComments: async (since: string) => {
      asked.push(since);
      return all.filter(({ changedAt }) => changedAt >= since);
    },
  };
};

test('at first the last day is listened to, then what came since, with an overlap', async () => {
  const tracker = aTracker([{ item: '1', body: 'Hello', changedAt: at(-1) }]);
  const first = (await listen(tracker, undefined, new Date(NOW))).heard();
  await listen(tracker, first, new Date(NOW + 30 * MINUTE_MS));

  expect(tracker.asked).toEqual([at(-24 * 60), at(-6)]);
});

test('items whose comments begin with a command ask, and no others', async () => {
  const tracker = aTracker([
    { item: '1', body: 'Hello', changedAt: at(-3) },
    { item: '2', body: '/aws resolve', changedAt: at(-2) },
    { item: '3', body: '> /aws resolve', changedAt: at(-1) },
  ]);
  const listening = await listen(tracker, undefined, new Date(NOW));

  expect(['1', '2', '3'].map(listening.asks)).toEqual([false, true, false]);
});

test('what is not done asks again, for two days', async () => {
  const tracker = aTracker([{ item: '1', body: '/aws resolve', changedAt: at(-1) }]);
  let heard: Heard | undefined;
  const asks: boolean[] = [];
  for (const hours of [0, 1, 25, 47, 49]) {
    const listening = await listen(tracker, heard, new Date(NOW + hours * 60 * MINUTE_MS));
    asks.push(listening.asks('1'));
    heard = listening.heard();
  }

  expect(asks).toEqual([true, true, true, true, false]);
  expect(heard?.waiting).toEqual({});
});

test('after an outage of days nothing is asked for that is older than a day', async () => {
  const tracker = aTracker([]);
  await listen(tracker, { until: at(-9 * 24 * 60), waiting: {} }, new Date(NOW));

  expect(tracker.asked).toEqual([at(-24 * 60)]);
});

test('whatever sweeps fail or leave undone, every command is heard until it is done', async () => {
  const comment = fc.record({ item: fc.constantFrom('1', '2', '3'), minute: fc.nat(300) });
  const sweep = fc.record({
    minutes: fc.integer({ min: 1, max: 60 }),
    does: fc.boolean(),
    keeps: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(comment), fc.array(sweep, { maxLength: 12 }), async (comments, sweeps) => {
      const all = comments.map(({ item, minute }) => ({ item, body: '/aws resolve', changedAt: at(minute) }));
      const doneAt = new Map<string, number>();
      let heard: Heard | undefined;
      let now = 0;
      for (const { minutes, does, keeps } of [...sweeps, { minutes: 301, does: true, keeps: true }]) {
        now += minutes;
        const visible = all.filter(({ changedAt }) => changedAt <= at(now));
        const listening = await listen(aTracker(visible), heard, new Date(NOW + now * MINUTE_MS));
        if (does)
          for (const item of ['1', '2', '3'].filter(listening.asks)) {
            doneAt.set(item, now);
            listening.done(item);
          }
        if (keeps) heard = listening.heard();
      }

      for (const { item, minute } of comments) expect(doneAt.get(item) ?? -1).toBeGreaterThanOrEqual(minute);
    }),
  );
});
