import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';

const DAY_MS = 86_400_000;
/** In so many pieces as there are months, or one less. */
const MONTH_MS = 31 * DAY_MS;
/** All is read again so often: AWS may have edited an old message. */
const FULL_EVERY_MS = 30 * DAY_MS;
export const RECENT_DAYS = 30;

/** Whether so much time has passed, or it was never done. */
export function isDue(at: string | undefined, everyMs: number, now: Date): boolean {
  return at === undefined || now.getTime() - Date.parse(at) >= everyMs;
}

/** The same day so many months ago, or the last of a shorter month: AWS keeps cases by the calendar. */
function monthsBefore(now: Date, months: number): number {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() - months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(now.getUTCDate(), lastDay);
  return Date.UTC(year, month, day) + (now.getTime() % DAY_MS);
}

/**
 * The next month of all that AWS keeps, from today backwards, by when cases were created; undefined where nothing is left, or
 * it is too early to begin again.
 */
export function nextMonth(
  { fullReadAt, fullReadBefore }: Pick<AccountReading, 'fullReadAt' | 'fullReadBefore'>,
  months: number,
  now: Date,
): { createdAfter: string; createdBefore: string } | undefined {
  if (fullReadBefore === undefined && !isDue(fullReadAt, FULL_EVERY_MS, now)) return undefined;
  const first = monthsBefore(now, months);
  const before = fullReadBefore === undefined ? now.getTime() : Date.parse(fullReadBefore);
  if (before <= first) return undefined;
  return {
    createdAfter: new Date(Math.max(before - MONTH_MS, first)).toISOString(),
    createdBefore: new Date(before).toISOString(),
  };
}
