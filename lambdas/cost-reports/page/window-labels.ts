import { monthName } from '#lambdas/cost-reports/month-name.ts';
import type { Window } from '#lambdas/cost-reports/page/page-data.ts';
import { addDays, addMonths, firstDayOf } from '#lambdas/cost-reports/periods.ts';

/** What two figures are of: `November 2026` and `October 2026`, or `1–21 November` and `1–21 October`. */
export function windowLabels(
  month: string,
  { days }: Window,
  partial: boolean,
): { current: string; previous: string } {
  const before = addMonths(month, -1);
  if (days) return { current: firstDays(month, days), previous: firstDays(before, days) };
  return {
    current: partial ? `${monthName(month)} so far` : monthName(month),
    previous: partial ? `all of ${monthName(before)}` : monthName(before),
  };
}

/** Whether a change between the two means anything: a part of a month against a whole one would look like savings. */
export function isComparable({ days }: Window, partial: boolean): boolean {
  return days !== undefined || !partial;
}

function firstDays(month: string, days: number): string {
  const length = Number(addDays(firstDayOf(addMonths(month, 1)), -1).slice(8));
  const last = Math.min(days, length);
  return `${last === 1 ? '1' : `1–${last}`} ${monthName(month).slice(0, -5)}`;
}
