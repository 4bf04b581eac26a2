/**
 * Works on items, so many at a time, each as soon as a place is free, and gives those that it did not begin, since there
 * was no time. `work` must not fail.
 */
export async function workSideBySide<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
  hasTime: () => boolean = () => true,
): Promise<Item[]> {
  const waiting = [...items];
  const next = () => (hasTime() ? waiting.shift() : undefined);
  const oneByOne = async () => {
    for (let item = next(); item !== undefined; item = next()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, oneByOne));
  return waiting;
}
