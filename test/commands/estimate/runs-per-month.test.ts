import { expect, test } from 'vitest';
import { runsPerMonth } from '#bin/commands/estimate/runs-per-month.ts';

test.each([
  ['rate(1 minute)', 43_200],
  ['rate(5 minutes)', 8640],
  ['rate(1 hour)', 720],
  ['rate(1 day)', 30],
  ['cron(0 6 * * ? *)', 30],
  ['cron(0,30 6 ? * * *)', 60],
  ['cron(*/15 8-17 * * ? *)', 30 * 4 * 10],
  ['cron(10/20 * * * ? *)', 30 * 3 * 24],
  ['cron(30 9 8 * ? *)', 1],
  ['cron(0 6,18 28 * ? *)', 2],
])('%s runs %i times', (expression, runs) => {
  expect(runsPerMonth(expression)).toBe(runs);
});

test.each([['cron(0 6 ? * MON-FRI *)'], ['at(2027-01-01T00:00:00)'], ['cron(L 6 * * ? *)'], ['']])(
  '%j is not guessed',
  (expression) => {
    expect(() => runsPerMonth(expression)).toThrow('How often');
  },
);
