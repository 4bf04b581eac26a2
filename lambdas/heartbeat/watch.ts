import type { WatchRecord } from '#lambdas/contracts/directory.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';

const HOUR_MS = 3_600_000;

/** Before this moment a Region must have been heard. */
export function limitOf({ silentAfterHours }: HeartbeatSettings, now: Date): number {
  return now.getTime() - silentAfterHours * HOUR_MS;
}

/**
 * Since when each Region of the settings is expected to speak. A Region that is new begins now, and after
 * a time in which nobody counted all do: what was said meanwhile may be lost.
 */
export function nextWatch(
  before: WatchRecord | undefined,
  settings: HeartbeatSettings,
  now: Date,
): WatchRecord {
  const isGoingOn = before !== undefined && Date.parse(before.countedAt) >= limitOf(settings, now);
  const known = isGoingOn ? before.since : {};
  const countedAt = now.toISOString();
  const since = settings.regions.map((region) => [region, known[region] ?? countedAt]);
  return { countedAt, since: Object.fromEntries(since) as WatchRecord['since'] };
}
