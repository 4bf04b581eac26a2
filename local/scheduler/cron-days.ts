import { cronField, cronNumber, type FieldRange } from './cron-field.ts';

/** Whether a day, given as its midnight UTC, is one of those meant. */
export type DayRule = (day: Date) => boolean;

const DAYS: FieldRange = { field: 'day-of-month', least: 1, most: 31 };
const WEEKDAYS: FieldRange = {
  field: 'day-of-week',
  least: 1,
  most: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
const [SUNDAY, SATURDAY] = [1, 7];

/** Days by their number in the month: also `L` (the last) and `15W` (the weekday nearest the 15th). */
export function daysOfMonth(text: string): DayRule {
  if (text === 'L') return (day) => day.getUTCDate() === lengthOfMonth(day);
  const nearest = /^(\d+)W$/.exec(text)?.[1];
  if (nearest !== undefined) {
    const wanted = cronNumber(nearest, DAYS);
    return (day) => day.getUTCDate() === nearestWeekday(day, wanted);
  }
  const wanted = cronField(text, DAYS);
  return (day) => wanted.has(day.getUTCDate());
}

/** Days by weekday: also `L` (Saturday), `6L` (the month's last Friday) and `6#3` (its third Friday). */
export function daysOfWeek(text: string): DayRule {
  if (text === 'L') return (day) => weekday(day) === SATURDAY;
  const last = /^(\w+)L$/.exec(text)?.[1];
  if (last !== undefined) {
    const wanted = cronNumber(last, WEEKDAYS);
    return (day) => weekday(day) === wanted && day.getUTCDate() + 7 > lengthOfMonth(day);
  }
  const [, name, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (name !== undefined) {
    const wanted = cronNumber(name, WEEKDAYS);
    return (day) => weekday(day) === wanted && Math.ceil(day.getUTCDate() / 7) === Number(nth);
  }
  const wanted = cronField(text, WEEKDAYS);
  return (day) => wanted.has(weekday(day));
}

function weekday(day: Date): number {
  return day.getUTCDay() + 1;
}

function lengthOfMonth(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Never leaves the month: from its first day the next Monday, from its last the Friday before. */
function nearestWeekday(day: Date, wanted: number): number | undefined {
  const length = lengthOfMonth(day);
  if (wanted > length) return undefined;
  const on = weekday(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), wanted)));
  if (on === SATURDAY) return wanted === 1 ? 3 : wanted - 1;
  if (on === SUNDAY) return wanted === length ? wanted - 2 : wanted + 1;
  return wanted;
}
