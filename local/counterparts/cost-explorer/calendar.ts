const DAY_MILLISECONDS = 86_400_000;

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && dayOf(at) === text;
}

/** The day of a moment, in UTC. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * DAY_MILLISECONDS);
}

/** How many days lie between the two. */
export function daysFrom(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / DAY_MILLISECONDS;
}

/** `2026-11-22` is of the month `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}

export function addMonths(month: string, months: number): string {
  const number = monthNumber(month) + months;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months lie between the two. */
export function monthsFrom(start: string, end: string): number {
  return monthNumber(end) - monthNumber(start);
}

/** The days of a month, in order. */
export function daysIn(month: string): string[] {
  const first = firstDayOf(month);
  const count = daysFrom(first, firstDayOf(addMonths(month, 1)));
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}
