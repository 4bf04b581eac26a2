import { isWithin } from '#lambdas/support-cases/measure/is-within.ts';
import type { MeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import { quantile } from '#lambdas/support-cases/measure/quantile.ts';

const RECENT_DAYS = 30;
const MINUTE_MS = 60_000;

/** What some cases come to. */
export type Measures = {
  cases: number;
  open: number;
  waiting: number;
  opened30: number;
  resolved30: number;
  /** Cases with a first answer of AWS, to whatever target. */
  answered: number;
  onTime: number;
  /** Overdue ones, too. */
  late: number;
  /** Whole minutes; absent: nothing was answered. */
  answerMinutes?: { p10: number; median: number; p90: number };
  /** Of the cases whose waits are known. */
  waitedMs: number;
  byEvent: number;
  bySweep: number;
};

/** Measures some cases together. */
export function measure(cases: readonly MeasuredCase[], now: Date): Measures {
  const count = (is: (one: MeasuredCase) => boolean) => cases.filter(is).length;
  const sum = (of: (one: MeasuredCase) => number) => cases.reduce((all, one) => all + of(one), 0);
  const took = cases.flatMap(({ tookMs }) => tookMs ?? []).sort((one, other) => one - other);
  const minutes = (share: number) => Math.floor(quantile(took, share) / MINUTE_MS);
  return {
    cases: cases.length,
    open: count(({ isOpen }) => isOpen),
    waiting: count(({ waitingSince }) => waitingSince !== undefined),
    opened30: count(({ createdAt }) => isWithin(createdAt, RECENT_DAYS, now)),
    resolved30: count(({ resolvedAt }) => resolvedAt !== undefined && isWithin(resolvedAt, RECENT_DAYS, now)),
    answered: took.length,
    onTime: count(({ answer }) => answer === 'on-time'),
    late: count(({ answer }) => answer === 'late' || answer === 'overdue'),
    ...(took.length > 0
      ? { answerMinutes: { p10: minutes(0.1), median: minutes(0.5), p90: minutes(0.9) } }
      : {}),
    waitedMs: sum(({ waitedMs }) => waitedMs ?? 0),
    byEvent: sum(({ foundBy }) => foundBy.event),
    bySweep: sum(({ foundBy }) => foundBy.sweep),
  };
}

/** The same by some word of the cases, most cases first. */
export function measureBy(
  cases: readonly MeasuredCase[],
  wordOf: (one: MeasuredCase) => string,
  now: Date,
): { word: string; measures: Measures }[] {
  return [...Map.groupBy(cases, wordOf)]
    .map(([word, some]) => ({ word, measures: measure(some, now) }))
    .sort((one, other) => other.measures.cases - one.measures.cases || (one.word < other.word ? -1 : 1));
}
