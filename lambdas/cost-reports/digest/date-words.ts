import type { Period } from '#lambdas/cost-reports/cost-query.ts';
import { monthName } from '#lambdas/cost-reports/month-name.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';
import { isWholeMonth } from '#lambdas/cost-reports/summary/windows.ts';

/** `21 November`, of `2026-11-21`. */
export function dayWords(day: string): string {
  return `${dayNumber(day)} ${monthWords(day)}`;
}

/** `November`, of a day or a month near enough to need no year. */
export function monthWords(month: string): string {
  return monthName(month).replace(/ \d+$/, '');
}

/** Days of one month, the last one included: `1–21 November`, `1 November`, or `November` for all of it. */
export function periodWords({ start, end }: Period): string {
  const last = addDays(end, -1);
  if (isWholeMonth({ start, end })) return monthWords(start);
  return start === last ? dayWords(start) : `${dayNumber(start)}–${dayWords(last)}`;
}

/** `22 November 2026, 09:05 UTC` */
export function momentWords(moment: string): string {
  const iso = new Date(moment).toISOString();
  return `${dayWords(iso.slice(0, 10))} ${iso.slice(0, 4)}, ${iso.slice(11, 16)} UTC`;
}

function dayNumber(day: string): number {
  return Number(day.slice(8, 10));
}
