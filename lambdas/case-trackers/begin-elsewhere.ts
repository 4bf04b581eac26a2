/** Less than between two sweeps. */
const TURN_MS = 15 * 60_000;
/** Of a whole: its multiples are spread evenly over a circle, however many they are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The same items, beginning with another in each run: one that has no time for all would never come to the last ones. */
export function beginElsewhere<Item>(items: readonly Item[], now: Date): Item[] {
  const turn = Math.floor(now.getTime() / TURN_MS);
  const start = Math.floor(((turn * GOLDEN) % 1) * items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
