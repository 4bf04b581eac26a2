import type { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';

const DAY_MS = 86_400_000;
/** Costs of a day are known up to a day after its end, and are looked at some times a day. */
const QUIET_DAYS = 3;
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)?$/;

/** All of it follows from the event alone, never from the clock: a retry says the same as the first try. */
export type AnomalyTimes = {
  sent: number;
  start: number | undefined;
  /** The last day on which AWS found too much: of one that goes on the last day known, not its end. */
  lastDay: number | undefined;
  /** Of that day. */
  end: number | undefined;
  /** When it counts as over, if no later day is told of. AWS never says that one has ended. */
  resolvesAt: number;
};

export function timesOf({ time, detail }: AnomalyEvent): AnomalyTimes {
  const sent = Date.parse(time);
  const lastDay = dateOf(detail.anomalyEndDate);
  const end = lastDay === undefined ? undefined : lastDay + DAY_MS;
  const resolvesAt = (end ?? sent) + QUIET_DAYS * DAY_MS;
  return { sent, start: dateOf(detail.anomalyStartDate), lastDay, end, resolvesAt };
}

/** Whether the event itself tells of days past without anything unusual. */
export function isOver({ sent, resolvesAt }: AnomalyTimes): boolean {
  return resolvesAt <= sent;
}

/** `2026-11-20T00:00:00Z` or `2026-11-20`; undefined for what is absent or no date. */
function dateOf(text: string | undefined): number | undefined {
  const time = text && DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
