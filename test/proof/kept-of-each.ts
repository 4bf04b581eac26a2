/** Until then a process fills its caches. */
const WARM = 3;

/**
 * How many kilobytes a process has kept of each event, as far as its size tells: megabytes after equal shares of the events.
 * Node makes room by steps of some megabytes at any time, so that one share tells nothing of the next.
 */
export function keptOfEach(megabytes: readonly number[], events: number): number {
  const warm = Math.max(...megabytes.slice(0, WARM));
  const grown = Math.max(...megabytes.slice(WARM)) - warm;
  return (grown * 1024) / (events * (1 - WARM / megabytes.length));
}
