import { expect, it, vi } from 'vitest';
import { Clock } from '#local/clock.ts';
import { createRateLimit, POSTING, TIER_3 } from '#local/counterparts/slack/rate-limit.ts';

function aStillClock() {
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now);
  return new Clock();
}

it('lets a burst pass, then one a second, by the shifted clock', () => {
  const clock = aStillClock();
  const wait = createRateLimit(clock, POSTING);
  expect([wait('a'), wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0, 1]);
  clock.advance(999);
  expect(wait('a')).toBe(1);
  clock.advance(1);
  expect([wait('a'), wait('a')]).toEqual([0, 1]);
});

it('counts each key by itself', () => {
  const wait = createRateLimit(aStillClock(), { burst: 1, intervalMilliseconds: 1000 });
  expect([wait('a'), wait('b'), wait('a')]).toEqual([0, 0, 1]);
});

it('gives the whole burst back after a pause, and no more', () => {
  const clock = aStillClock();
  const wait = createRateLimit(clock, POSTING);
  wait('a');
  clock.advance(3_600_000);
  expect([wait('a'), wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0, 1]);
});

it('always lets a caller pass who waits as long as told', () => {
  const clock = aStillClock();
  const wait = createRateLimit(clock, TIER_3);
  const passed = Array.from({ length: 200 }, () => {
    clock.advance(wait('a') * 1000);
    return wait('a') === 0;
  });
  expect(passed).not.toContain(false);
});

it('holds tier 3 to 50 a minute beyond the burst', () => {
  const clock = aStillClock();
  const wait = createRateLimit(clock, TIER_3);
  let passed = 0;
  for (let second = 0; second < 60; second += 1) {
    passed += [wait('a'), wait('a'), wait('a')].filter((seconds) => seconds === 0).length;
    clock.advance(1000);
  }
  expect(passed).toBe(20 + 49);
});
