import type { WorldLogEvent } from './world-logs.ts';

/** Where in a stream a page begins, and which way it goes from there. */
export type LogPlace = { isForward: boolean; at: number };

export type LogBounds = { limit: number; startTime?: number; endTime?: number };

const MOST_BYTES = 1024 * 1024;

/**
 * The events from a place on, from the first to the last whichever way it goes, and the places after and before
 * them. Where there are none, both are where it began, by which callers see the end of a stream.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
export function logPage(stream: WorldLogEvent[], { isForward, at }: LogPlace, bounds: LogBounds) {
  const { limit, startTime = -Infinity, endTime = Infinity } = bounds;
  const ahead = stream
    .map((event, index) => ({ event, index }))
    .filter(({ index }) => (isForward ? index >= at : index < at))
    .filter(({ event }) => event.timestamp >= startTime && event.timestamp < endTime);
  const nearest = fitting(isForward ? ahead : ahead.toReversed()).slice(0, limit);
  const page = isForward ? nearest : nearest.toReversed();
  const [first] = page;
  const last = page.at(-1);
  return {
    events: page.map(({ event }) => event),
    after: last ? last.index + 1 : at,
    before: first ? first.index : at,
  };
}

/** As many as an answer holds, and one in any case. */
function fitting<Item extends { event: WorldLogEvent }>(items: Item[]): Item[] {
  let bytes = 0;
  const end = items.findIndex(({ event }, index) => {
    bytes += Buffer.byteLength(event.message);
    return bytes > MOST_BYTES && index > 0;
  });
  return end === -1 ? items : items.slice(0, end);
}
