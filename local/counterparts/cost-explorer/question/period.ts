import { addDays, addMonths, firstDayOf, isDay, monthOf } from '../calendar.ts';
import { invalid, missing } from '../refusals.ts';
import { type Input, type Question, textOf } from './question.ts';

/** Start inclusive, end exclusive. */
export type Period = { start: string; end: string };
export type Granularity = 'DAILY' | 'MONTHLY';

export function readPeriod(input: Input, name = 'TimePeriod'): Period {
  const { Start: start, End: end } = (input[name] ?? {}) as Input;
  if (start === undefined || end === undefined) {
    throw missing(`${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  }
  if (!isDay(start) || !isDay(end)) throw invalid('Start and End must be dates, yyyy-MM-dd');
  if (start >= end) throw invalid('Start date (and hour) should be before end date (and hour)');
  return { start, end };
}

export function readGranularity({ Granularity: asked }: Input): Granularity | undefined {
  if (asked === undefined || asked === 'DAILY' || asked === 'MONTHLY') return asked;
  if (asked === 'HOURLY') throw invalid('Hourly data is not enabled for this account');
  throw invalid(`Granularity ${textOf(asked)} is not one of DAILY, MONTHLY, HOURLY`);
}

/** How far back costs are known, and how far ahead a question may reach. */
export function refuseFarPeriods(
  { start, end }: Period,
  { today, switches }: Question,
  by: Granularity,
): void {
  const month = monthOf(today);
  if (start > today) throw invalid('Start date must not be after today');
  if (end > firstDayOf(addMonths(month, 1))) throw invalid('end date past the beginning of next month');
  if (start >= firstDayOf(addMonths(month, -13))) return;
  if (!switches.multiYear) throw invalid("You haven't enabled historical data beyond 14 months");
  if (by === 'DAILY') throw invalid('Data beyond the past 14 months is known by month only');
  if (!start.endsWith('-01')) {
    throw invalid(
      'To retrieve data beyond the past 14 months, your start date needs to be the first day of the month.',
    );
  }
  if (start < firstDayOf(addMonths(month, -37))) throw invalid('Start date is more than 38 months ago');
}

/** Of reservations and Savings Plans 13 months are known. */
export function refuseOldCommitments({ start }: Period, { today }: Question): void {
  if (start < firstDayOf(addMonths(monthOf(today), -12))) {
    throw invalid('Start date must be within the past 13 months');
  }
}

/** A period cut into days or months; its first and last month may be parts of one. */
export function slicesOf({ start, end }: Period, by: Granularity): Period[] {
  const slices: Period[] = [];
  for (let from = start; from < end; from = slices.at(-1)?.end ?? end) {
    const next = by === 'DAILY' ? addDays(from, 1) : firstDayOf(addMonths(monthOf(from), 1));
    slices.push({ start: from, end: next < end ? next : end });
  }
  return slices;
}

export const toInterval = ({ start, end }: Period) => ({ Start: start, End: end });
