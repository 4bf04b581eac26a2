import { expect, test } from 'vitest';
import { scheduleExpression } from '#local/scheduler/schedule-expression.ts';

const START = Date.parse('2026-11-03T10:00:30Z');
const MINUTE = 60_000;

test.each([
  ['rate(1 minute)', 0, 1],
  ['rate(5 minutes)', 5, 10],
  ['rate(5 minutes)', 7, 10],
  ['rate(2 hours)', 1, 120],
  ['rate(1 day)', 1440, 2880],
])('%s at %i minutes after its start is due next at %i', (expression, after, expected) => {
  expect(scheduleExpression(expression, START)(START + after * MINUTE)).toBe(START + expected * MINUTE);
});

test('a cron expression does not mind its start', () => {
  expect(scheduleExpression('cron(0 11 * * ? *)', START)(START)).toBe(Date.parse('2026-11-03T11:00:00Z'));
});

test.each(['rate(0 minutes)', 'rate(1 week)', 'at(2026-11-03T10:00:00)', 'cron()', 'every minute'])(
  '%s is refused',
  (expression) => {
    expect(() => scheduleExpression(expression, START)).toThrow(/cron/);
  },
);
