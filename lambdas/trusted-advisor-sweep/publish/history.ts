import { addDays, daysBetween } from '#lambdas/trusted-advisor-sweep/days.ts';
import type { DayEntry } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

const DAYS_KEPT = 90;
const WEEK = 7;

/** The history with this day; a second publishing of a day takes the place of the first, and adds to what it saw change. */
export function withDay(history: readonly DayEntry[], day: DayEntry): DayEntry[] {
  const first = addDays(day.date, 1 - DAYS_KEPT);
  const others = history.filter(({ date }) => date < day.date && date >= first);
  const { opened = 0, recovered = 0 } = history.find(({ date }) => date === day.date) ?? {};
  return [...others, { ...day, opened: day.opened + opened, recovered: day.recovered + recovered }];
}

export type Week = {
  /** The day that is a week ago, or up to three more; undefined where there is none. */
  before: DayEntry | undefined;
  opened: number;
  recovered: number;
};

/** How the last day compares with the week before it. */
export function weekOf(history: readonly DayEntry[]): Week {
  const last = history.at(-1);
  if (!last) return { before: undefined, opened: 0, recovered: 0 };
  const age = ({ date }: DayEntry) => daysBetween(date, last.date);
  const since = history.filter((day) => age(day) < WEEK);
  const sum = (name: 'opened' | 'recovered') => since.reduce((total, day) => total + day[name], 0);
  const before = history.findLast((day) => age(day) >= WEEK && age(day) <= WEEK + 3);
  return { before, opened: sum('opened'), recovered: sum('recovered') };
}
