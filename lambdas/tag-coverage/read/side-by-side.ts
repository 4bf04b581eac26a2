/**
 * Reads several lists at once, so many at a time, and gives their batches as they come. Each list is asked for its next
 * batch only after the last was taken: memory holds one of each.
 */
export async function* sideBySide<Batch>(
  lists: readonly AsyncIterable<Batch>[],
  limit: number,
): AsyncGenerator<Batch> {
  const waiting = lists.map((list) => list[Symbol.asyncIterator]());
  const asked = new Map<AsyncIterator<Batch>, Promise<Answer<Batch>>>();
  const ask = (list: AsyncIterator<Batch> | undefined) => {
    if (list)
      asked.set(
        list,
        list.next().then((result) => ({ list, result })),
      );
  };
  for (const list of waiting.splice(0, limit)) ask(list);
  try {
    while (asked.size > 0) {
      const { list, result } = await Promise.race(asked.values());
      asked.delete(list);
      if (result.done) ask(waiting.shift());
      else {
        ask(list);
        yield result.value;
      }
    }
  } finally {
    // One that failed fails all: the others are not read on, and what they still answer concerns nobody.
    await Promise.allSettled(asked.values());
  }
}

type Answer<Batch> = { list: AsyncIterator<Batch>; result: IteratorResult<Batch> };
