import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, monthOf } from '#lambdas/cost-reports/periods.ts';
import { isWholeMonth, windowsOf } from '#lambdas/cost-reports/summary/windows.ts';

const period = (start: string, end: string) => ({ start, end });

test.each([
  ['2026-11-22', '2026-11-01', '2026-11-22', '2026-10-01', '2026-10-22', 'the same days'],
  [
    '2026-03-31',
    '2026-03-01',
    '2026-03-31',
    '2026-02-01',
    '2026-03-01',
    'all of February for 30 days of March',
  ],
  ['2028-03-31', '2028-03-01', '2028-03-31', '2028-02-01', '2028-03-01', 'all of a leap February'],
  ['2026-03-29', '2026-03-01', '2026-03-29', '2026-02-01', '2026-03-01', '28 days and 28 days'],
  ['2026-12-01', '2026-11-01', '2026-12-01', '2026-10-01', '2026-11-01', 'on the 1st whole months'],
  ['2026-03-01', '2026-02-01', '2026-03-01', '2026-01-01', '2026-02-01', 'all of January for February'],
  ['2027-01-01', '2026-12-01', '2027-01-01', '2026-11-01', '2026-12-01', 'over the turn of the year'],
  ['2027-01-02', '2027-01-01', '2027-01-02', '2026-12-01', '2026-12-02', 'one day'],
])('%s compares %s..%s with %s..%s: %s (aws-finops-dashboard#11, instance-watcher#18)', (today, ...days) => {
  const { month, monthBefore } = windowsOf(today, addDays(today, -1));

  expect([month, monthBefore]).toEqual([period(days[0], days[1]), period(days[2], days[3])]);
});

describe('where the data of AWS ends earlier', () => {
  test('nothing behind its end is compared', () => {
    expect(windowsOf('2026-11-22', '2026-11-18')).toEqual({
      yesterday: '2026-11-21',
      lagDays: 3,
      week: period('2026-11-12', '2026-11-19'),
      weekBefore: period('2026-11-05', '2026-11-12'),
      month: period('2026-11-01', '2026-11-19'),
      monthBefore: period('2026-10-01', '2026-10-19'),
    });
  });

  test('a month of which nothing is known is empty', () => {
    const { month, monthBefore } = windowsOf('2026-11-03', '2026-10-30');

    expect([month, monthBefore]).toEqual([
      period('2026-11-01', '2026-11-01'),
      period('2026-10-01', '2026-10-01'),
    ]);
  });

  test('the month before the 1st is not whole', () => {
    expect(windowsOf('2026-12-01', '2026-11-28').monthBefore).toEqual(period('2026-10-01', '2026-10-29'));
  });
});

test('on each day of four years weeks have seven days, months begin on the 1st and nothing overlaps', () => {
  const first = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(fc.nat(4 * 366), fc.nat(40), (offset, lag) => {
      const today = new Date(first + offset * 86_400_000).toISOString().slice(0, 10);
      const { week, weekBefore, month, monthBefore, yesterday } = windowsOf(today, addDays(today, -1 - lag));

      expect(addDays(week.start, 7)).toBe(week.end);
      expect(addDays(weekBefore.start, 7)).toBe(weekBefore.end);
      expect(weekBefore.end).toBe(week.start);
      expect([month.start.slice(8), monthBefore.start.slice(8)]).toEqual(['01', '01']);
      expect(monthOf(month.start)).toBe(monthOf(yesterday));
      expect(monthOf(addDays(month.start, -1))).toBe(monthOf(monthBefore.start));
      expect(month.end <= today && monthBefore.end <= month.start).toBe(true);
      if (isWholeMonth(month)) expect(isWholeMonth(monthBefore)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
