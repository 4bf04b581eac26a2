import type { OrderedBy } from '#lambdas/contracts/observation.ts';

/** The clock of delivery: copies of one version may differ in it. */
const DELIVERY_CLOCK = 'time';

/** One version of something and what it says. */
export type Version = { orderedBy: OrderedBy; hash: string };

/** Negative: `a` is older. By the clocks that both have, in order of trust; then by content, to be the same everywhere. */
export function compareVersions(a: Version, b: Version): number {
  return compareByClocks(a, b) || compareTexts(a.hash, b.hash);
}

/** Whether a source's moment lies before another; clocks that only one has say nothing. */
export function isBefore(a: OrderedBy, b: OrderedBy): boolean {
  return compareByClocks({ orderedBy: a, hash: '' }, { orderedBy: b, hash: '' }) < 0;
}

/** The clocks of both, of each the later moment. */
export function latestOf(a: OrderedBy, b: OrderedBy): OrderedBy {
  const others = new Map(b);
  const own = a.map(([clock, value]): [string, number] => [
    clock,
    Math.max(value, others.get(clock) ?? value),
  ]);
  return [...own, ...b.filter(([clock]) => !a.some(([known]) => known === clock))];
}

/** As above between parts, where one moment of the source may have several moments of delivery. */
export function compareAcrossParts(a: Version, b: Version): number {
  const clocks = new Set(b.orderedBy.map(([clock]) => clock));
  const isTrusted = a.orderedBy.some(([clock]) => clock !== DELIVERY_CLOCK && clocks.has(clock));
  const order = isTrusted ? compareByClocks(trusted(a), trusted(b)) : compareByClocks(a, b);
  return order || compareTexts(a.hash, b.hash);
}

/** Whether only the moment of delivery says which of the two is newer. */
export function isOrderedByDelivery(a: Version, b: Version): boolean {
  return compareByClocks(trusted(a), trusted(b)) === 0;
}

/**
 * The order of one content seen twice: its newest confirmation by the source, but by the clock of delivery
 * the oldest, so that a late copy of an old version does not pass for a new one.
 */
export function orderOfTwin(a: Version, b: Version): OrderedBy {
  const order = compareByClocks(a, b);
  if (order === 0) return a.orderedBy;
  const [older, newer] = order < 0 ? [a, b] : [b, a];
  return (isOrderedByDelivery(a, b) ? older : newer).orderedBy;
}

function compareByClocks(a: Version, b: Version): number {
  const clocks = new Map(b.orderedBy);
  for (const [clock, value] of a.orderedBy) {
    const other = clocks.get(clock);
    if (other !== undefined && other !== value) return value - other;
  }
  return 0;
}

function trusted({ orderedBy, hash }: Version): Version {
  return { orderedBy: orderedBy.filter(([clock]) => clock !== DELIVERY_CLOCK), hash };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
