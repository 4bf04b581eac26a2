export type PacePorts = { now: () => Date; sleep: (milliseconds: number) => Promise<void> };

/** Spaces calls: `burst` at once, as services of AWS allow, then so many a second. Each waits for its turn. */
export function pace(
  { perSecond, burst }: { perSecond: number; burst: number },
  { now, sleep }: PacePorts,
): () => Promise<void> {
  const gap = 1000 / perSecond;
  let nextTurn = Number.NEGATIVE_INFINITY;
  return async () => {
    const time = now().getTime();
    const turn = Math.max(nextTurn, time - (burst - 1) * gap);
    nextTurn = turn + gap;
    if (turn > time) await sleep(turn - time);
  };
}
