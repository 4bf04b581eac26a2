import { expect, test } from 'vitest';
import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { dueAccounts } from '#lambdas/trusted-advisor-sweep/due-accounts.ts';
import { isDayOver } from '#lambdas/trusted-advisor-sweep/is-day-over.ts';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();
const tried = (hours: number, state: ReadState = 'ok') => ({ state, triedAt: hoursAgo(hours) });

test('those that wait longest come first, and those that were never tried before all', () => {
  const standings = new Map([
    ['a', tried(24)],
    ['b', tried(30)],
    ['d', tried(1, 'failed')],
  ]);

  expect(dueAccounts(['a', 'b', 'c', 'd', 'e'], (id) => standings.get(id), NOW)).toEqual([
    'c',
    'e',
    'b',
    'a',
    'd',
  ]);
});

test.each([
  [23.4, 'ok', false],
  [23.5, 'ok', true],
  [0.5, 'throttled', false],
  [1, 'throttled', true],
  [1, 'failed', true],
  [1, 'no-plan', false],
  [1, 'no-role', false],
  [1, 'refused', false],
  [24, 'no-plan', true],
] as const)('tried %s hours ago, and %s: due is %s', (hours, state, isDue) => {
  expect(dueAccounts(['a'], () => tried(hours, state), NOW)).toEqual(isDue ? ['a'] : []);
});

test.each([
  ['nothing was ever published, and all were tried', [1, 2], undefined, true],
  ['nothing was ever published, and one is still to be tried', [1, undefined], undefined, false],
  ['all were tried since', [1, 20], 23, true],
  ['one was not tried since', [1, 25], 24, false],
  ['this date was published', [1, 1], 2, false],
  ['one was not tried since, for too long', [1, 40], 30, true],
])('a day is over when %s', (_, hours, publishedHoursAgo, isOver) => {
  const standings = hours.map((ago) => (ago === undefined ? undefined : { triedAt: hoursAgo(ago) }));
  const publishedAt = publishedHoursAgo === undefined ? undefined : hoursAgo(publishedHoursAgo);

  expect(isDayOver(standings, publishedAt, NOW)).toBe(isOver);
});
