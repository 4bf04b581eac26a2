import { categoryOf, isPlannedLifecycle } from '#lambdas/health-alerts/event-type.ts';
import type { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { healthTime } from '#lambdas/health-alerts/health-time.ts';

const DAY_MS = 86_400_000;

/** All of it follows from the event alone, never from the clock: a retry says the same as the first try. */
export type EventTimes = {
  sent: number;
  updated: number | undefined;
  start: number | undefined;
  end: number | undefined;
  closed: boolean;
  /** When an event that nobody closes counts as over. */
  resolvesAt: number | undefined;
};

export function timesOf({ time, detail }: HealthEvent, quietAfterDays: number): EventTimes {
  const sent = Date.parse(time);
  const updated = healthTime(detail.lastUpdatedTime);
  const start = healthTime(detail.startTime);
  const end = healthTime(detail.endTime);
  const lastNews = Math.max(sent, updated ?? 0);
  // AWS sends issues as `open` with a past end and "[RESOLVED]" in the text.
  const ended = categoryOf(detail) === 'issue' && end !== undefined && end <= lastNews;
  const closed = detail.statusCode?.toLowerCase() === 'closed' || ended;
  const quiet = Math.max(lastNews, start ?? 0) + quietAfterDays * DAY_MS;
  const over = end !== undefined && end > lastNews ? end : quiet;
  return { sent, updated, start, end, closed, resolvesAt: closed ? undefined : over };
}

/** Planned lifecycle events are a deadline: reminders so many days before it, the past ones left out. */
export function remindersOf(event: HealthEvent, times: EventTimes, reminderDays: number[]): number[] {
  const { start, closed } = times;
  if (!isPlannedLifecycle(event.detail) || start === undefined || closed) return [];
  return reminderDays.map((days) => start - days * DAY_MS).sort((a, b) => a - b);
}
