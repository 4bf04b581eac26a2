import { type DayRule, daysOfMonth, daysOfWeek } from './cron-days.ts';
import { cronField } from './cron-field.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LAST_YEAR = 2199;
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/**
 * The first moment after another that a cron expression of EventBridge Scheduler names, in UTC; none after
 * 2199. Throws on what it does not understand.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function cronExpression(fields: string): (after: number) => number | undefined {
  const [minutes, hours, dayOfMonth, months, dayOfWeek, years, ...rest] = fields.trim().split(/\s+/);
  if (!minutes || !hours || !dayOfMonth || !months || !dayOfWeek || !years || rest.length > 0) {
    throw new Error(`A cron expression has six fields: ${fields}`);
  }
  const isDay = dayRule(dayOfMonth, dayOfWeek);
  const inMonths = cronField(months, { field: 'month', least: 1, most: 12, names: MONTHS });
  const inYears = cronField(years, { field: 'year', least: 1970, most: LAST_YEAR });
  const times = timesOfDay(hours, minutes);

  return (after) => {
    for (let at = after - (after % DAY); ; at += DAY) {
      const day = new Date(at);
      if (day.getUTCFullYear() > LAST_YEAR) return undefined;
      if (!inYears.has(day.getUTCFullYear()) || !inMonths.has(day.getUTCMonth() + 1) || !isDay(day)) continue;
      const time = times.find((milliseconds) => at + milliseconds > after);
      if (time !== undefined) return at + time;
    }
  };
}

function dayRule(dayOfMonth: string, dayOfWeek: string): DayRule {
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error('One of day-of-month and day-of-week must be ?, the other must not');
  }
  return dayOfMonth === '?' ? daysOfWeek(dayOfWeek) : daysOfMonth(dayOfMonth);
}

function timesOfDay(hours: string, minutes: string): number[] {
  const atHours = cronField(hours, { field: 'hour', least: 0, most: 23 });
  const atMinutes = cronField(minutes, { field: 'minute', least: 0, most: 59 });
  const times = [...atHours].flatMap((hour) => [...atMinutes].map((minute) => hour * HOUR + minute * MINUTE));
  return times.sort((a, b) => a - b);
}
