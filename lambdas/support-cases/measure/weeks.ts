import type { MeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import { type Measures, measure } from '#lambdas/support-cases/measure/measures.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS = 26;
/** 1970 began on a Thursday. */
const MONDAY_MS = 4 * DAY_MS;

/** `monday`: YYYY-MM-DD, in UTC. */
export type Week = { monday: string; measures: Measures };

/** The cases of half a year by the week in which they were opened, oldest first; weeks without one are there. */
export function byWeek(cases: readonly MeasuredCase[], now: Date): Week[] {
  const last = mondayOf(now.getTime());
  const opened = Map.groupBy(cases, ({ createdAt }) => mondayOf(Date.parse(createdAt)));
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = last - (WEEKS - 1 - index) * WEEK_MS;
    return {
      monday: new Date(monday).toISOString().slice(0, 10),
      measures: measure(opened.get(monday) ?? [], now),
    };
  });
}

function mondayOf(time: number): number {
  return Math.floor((time - MONDAY_MS) / WEEK_MS) * WEEK_MS + MONDAY_MS;
}
