/** Keeps the first so many of any number of entries, by an order: a day may have more than fit into memory. */
export function firstOf<T>(limit: number, compare: (one: T, other: T) => number) {
  let kept: T[] = [];
  let count = 0;
  const first = () => kept.sort(compare).slice(0, limit);
  return {
    add(entry: T): void {
      count += 1;
      kept.push(entry);
      if (kept.length > limit * 4) kept = first();
    },
    /** `count`: of all that were added. */
    list: (): FirstOf<T> => ({ first: first(), count }),
  };
}

export type FirstOf<T> = { first: T[]; count: number };
