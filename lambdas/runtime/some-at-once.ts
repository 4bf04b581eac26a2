/**
 * Works on items, so many at a time, and gives the results in the order of the items. No more results wait than
 * are worked on: memory stays the same however many items there are. `work` must not fail.
 */
export async function* someAtOnce<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (const item of items) {
    begun.push(work(item));
    if (begun.length < limit) continue;
    yield await (begun.shift() as Promise<Result>);
  }
  yield* begun;
}
