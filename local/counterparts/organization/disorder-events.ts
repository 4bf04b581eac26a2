import type { BusEvent } from '#local/bus/bus-event.ts';

export type Disorder = {
  /** Of how many of a hundred events nobody hears. */
  dropped: number;
  /** How many of a hundred come twice: as they are, with the same id. */
  repeated: number;
  /** How many places an event may be late. */
  late: number;
};

/** Events as EventBridge may bring them: not all, some twice, and not in their order. The same for the same seed. */
export function disorderEvents(
  events: BusEvent[],
  { dropped, repeated, late }: Disorder,
  seed: number,
): BusEvent[] {
  const below = chance(seed);
  return events
    .filter(() => below(100) >= dropped)
    .flatMap((event) => (below(100) < repeated ? [event, event] : [event]))
    .map((event, place) => ({ event, place: place + below(late + 1) + below(1000) / 1000 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => event);
}

/** Numbers from 0 up to a bound, which follow from the seed (mulberry32). */
function chance(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
