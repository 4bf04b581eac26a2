import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  commitmentPeriodSince,
  forecastPeriod,
  lastMonths,
  lastWholeMonths,
  monthsIn,
  periodSince,
  recentDays,
} from '#lambdas/cost-reports/periods.ts';

test.each([
  ['2026-11-22', -1, '2026-11-21'],
  ['2026-11-01', -1, '2026-10-31'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2027-12-31', 1, '2028-01-01'],
])('%s and %i days are %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

test.each([
  ['2026-11', -13, '2025-10'],
  ['2026-11', -37, '2023-10'],
  ['2026-12', 1, '2027-01'],
  ['2024-01', 1, '2024-02'],
])('%s and %i months are %s', (month, months, expected) => {
  expect(addMonths(month, months)).toBe(expected);
});

test('thirteen months end with the running one', () => {
  expect(lastMonths('2026-11-22', 13)).toHaveLength(13);
  expect([lastMonths('2026-11-22', 13)[0], lastMonths('2026-11-22', 13).at(-1)]).toEqual([
    '2025-11',
    '2026-11',
  ]);
});

test('months are those that have a day in the period, whose end is not in it', () => {
  expect(monthsIn({ start: '2026-09-30', end: '2026-11-01' })).toEqual(['2026-09', '2026-10']);
  expect(monthsIn({ start: '2026-10-31', end: '2026-11-02' })).toEqual(['2026-10', '2026-11']);
});

test('an end is never past the first of next month (aws-sdk-js#2732)', () => {
  expect(periodSince('2026-10', '2026-11-30').end).toBe('2026-12-01');
  expect(forecastPeriod('2026-11-22')).toEqual({ start: '2026-11-22', end: '2026-12-01' });
});

test('the start of old months is the first of them (redhat-performance/cloud-governance PR#1011)', () => {
  const [oldest = ''] = lastMonths('2026-11-22', 38);
  expect(periodSince(oldest, '2026-11-22').start).toBe('2023-10-01');
});

test('no period is empty on the 1st (ravikiranvm/aws-finops-dashboard#11)', () => {
  expect(periodSince('2026-11', '2026-11-01')).toEqual({ start: '2026-11-01', end: '2026-11-02' });
  expect(recentDays('2026-11-01')).toEqual({ start: '2026-09-01', end: '2026-11-01' });
  expect(commitmentPeriodSince('2026-10', '2026-11-01')).toEqual({ start: '2026-10-01', end: '2026-10-31' });
});

test('a forecast is of one day on the last, never of none (zoph-io/instance-watcher#13)', () => {
  expect(forecastPeriod('2026-11-30')).toEqual({ start: '2026-11-30', end: '2026-12-01' });
});

test('recent days include the last of last month (ravikiranvm/aws-finops-dashboard#47)', () => {
  expect(recentDays('2026-11-02')).toEqual({ start: '2026-10-01', end: '2026-11-02' });
});

test('commitments are known for thirteen months', () => {
  expect(commitmentPeriodSince('2023-10', '2026-11-22').start).toBe('2025-11-01');
});

test('the last whole months are two calendar months', () => {
  expect(lastWholeMonths('2027-01-01')).toEqual({
    baseline: { start: '2026-11-01', end: '2026-12-01' },
    comparison: { start: '2026-12-01', end: '2027-01-01' },
  });
});
