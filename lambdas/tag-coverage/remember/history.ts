import { addDays, daysBetween } from '#lambdas/tag-coverage/remember/days.ts';
import type { DayEntry } from '#lambdas/tag-coverage/remember/sweep-state.ts';

const DAYS_KEPT = 90;
const WEEK = 7;

/** The history with this day; a second sweep of a day takes the place of the first, and adds to what it saw change. */
export function withDay(history: readonly DayEntry[], day: DayEntry): DayEntry[] {
  const first = addDays(day.date, 1 - DAYS_KEPT);
  const others = history.filter(({ date }) => date < day.date && date >= first);
  const same = history.find(({ date, version }) => date === day.date && version === day.version);
  const { opened = 0, mended = 0 } = same ?? {};
  return [...others, { ...day, opened: day.opened + opened, mended: day.mended + mended }];
}

export type Week = {
  /** The day that is a week ago, or up to three more; undefined where there is none of this policy. */
  before: DayEntry | undefined;
  opened: number;
  mended: number;
};

/** How the last day compares with the week before it. */
export function weekOf(history: readonly DayEntry[]): Week {
  const last = history.at(-1);
  if (!last) return { before: undefined, opened: 0, mended: 0 };
  const own = history.filter(({ version }) => version === last.version);
  const age = ({ date }: DayEntry) => daysBetween(date, last.date);
  const since = own.filter((day) => age(day) < WEEK);
  const sum = (name: 'opened' | 'mended') => since.reduce((total, day) => total + day[name], 0);
  const before = own.findLast((day) => age(day) >= WEEK && age(day) <= WEEK + 3);
  return { before, opened: sum('opened'), mended: sum('mended') };
}
