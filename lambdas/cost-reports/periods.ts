import type { Period } from '#lambdas/cost-reports/cost-query.ts';

/** Days are `YYYY-MM-DD`, months `YYYY-MM`, both in UTC as everything in Cost Explorer is. */
export function dayOf(moment: string | Date): string {
  return new Date(moment).toISOString().slice(0, 10);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

export function addMonths(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Every month that has a day in the period, the oldest first. */
export function monthsIn({ start, end }: Period): string[] {
  const months: string[] = [];
  for (let month = monthOf(start); firstDayOf(month) < end; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** So many months up to the running one, which counts. */
export function lastMonths(today: string, count: number): string[] {
  const month = monthOf(today);
  return Array.from({ length: count }, (_, index) => addMonths(month, index - count + 1));
}

/**
 * From the 1st of a month through today. Tomorrow is never past the first of next month, which is the last End
 * that Cost Explorer takes, and a Start on the 1st is right for months beyond the fourteenth too.
 */
export function periodSince(month: string, today: string): Period {
  return { start: firstDayOf(month), end: addDays(today, 1) };
}

/** Yesterday's month and the one before it, in whole days: never empty, not even on the 1st. */
export function recentDays(today: string): Period {
  return { start: firstDayOf(addMonths(monthOf(addDays(today, -1)), -1)), end: today };
}

/** Reservations and Savings Plans: thirteen months back at most, and End must lie before today. */
export function commitmentPeriodSince(month: string, today: string): Period {
  const oldest = addMonths(monthOf(today), -COMMITMENT_MONTHS + 1);
  return { start: firstDayOf(month > oldest ? month : oldest), end: addDays(today, -1) };
}

/** From today, since no later Start is taken, to the end of the month: never empty, not even on its last day. */
export function forecastPeriod(today: string): Period {
  return { start: today, end: firstDayOf(addMonths(monthOf(today), 1)) };
}

/** The last whole month and the one before it, for comparisons. */
export function lastWholeMonths(today: string): { baseline: Period; comparison: Period } {
  const month = monthOf(today);
  return {
    baseline: { start: firstDayOf(addMonths(month, -2)), end: firstDayOf(addMonths(month, -1)) },
    comparison: { start: firstDayOf(addMonths(month, -1)), end: firstDayOf(month) },
  };
}

const COMMITMENT_MONTHS = 13;
