import type { Period } from '#lambdas/cost-reports/cost-query.ts';
import { addDays, addMonths, firstDayOf, monthOf } from '#lambdas/cost-reports/periods.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** What a summary compares; see CostSummary. */
export type Windows = {
  yesterday: string;
  lagDays: number;
  week: Period;
  weekBefore: Period;
  month: Period;
  monthBefore: Period;
};

/** The windows of a day. `lastDay`: the last with costs; what lies behind it is unknown, not nothing. */
export function windowsOf(today: string, lastDay?: string): Windows {
  const yesterday = addDays(today, -1);
  const known = lastDay !== undefined && lastDay < yesterday ? addDays(lastDay, 1) : today;
  const monthStart = firstDayOf(monthOf(yesterday));
  const month = { start: monthStart, end: known > monthStart ? known : monthStart };
  return {
    yesterday,
    lagDays: daysIn({ start: known, end: today }),
    week: { start: addDays(known, -WEEK_DAYS), end: known },
    weekBefore: { start: addDays(known, -2 * WEEK_DAYS), end: addDays(known, -WEEK_DAYS) },
    month,
    monthBefore: sameDaysBefore(month),
  };
}

/** A month that is whole is held against a whole one, 28 days against 31 if need be. */
function sameDaysBefore(month: Period): Period {
  const start = firstDayOf(addMonths(monthOf(month.start), -1));
  const sameDays = addDays(start, daysIn(month));
  return { start, end: isWholeMonth(month) || sameDays > month.start ? month.start : sameDays };
}

/** From the 1st to the 1st of the next. */
export function isWholeMonth({ start, end }: Period): boolean {
  return start === firstDayOf(monthOf(start)) && end === firstDayOf(addMonths(monthOf(start), 1));
}

export function isWithin(day: string, { start, end }: Period): boolean {
  return day >= start && day < end;
}

function daysIn({ start, end }: Period): number {
  return (Date.parse(end) - Date.parse(start)) / DAY_MS;
}
