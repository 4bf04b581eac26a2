export type PacePorts = { now: () => Date; sleep: (milliseconds: number) => Promise<void> };

/** Spaces calls: so many a second, with no burst. Each waits for its turn. */
export function pace(perSecond: number, { now, sleep }: PacePorts): () => Promise<void> {
  const gap = 1000 / perSecond;
  let nextTurn = 0;
  return async () => {
    const time = now().getTime();
    const turn = Math.max(nextTurn, time);
    nextTurn = turn + gap;
    if (turn > time) await sleep(turn - time);
  };
}
