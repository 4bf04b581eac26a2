/** Chat products take about one message a second in one channel, and some more in a burst. */
const BURST = 3;

type PacePorts = { now: () => Date; sleep: (milliseconds: number) => Promise<void> };

/** Spaces the calls to each channel: a few at once, then one a second. It never waits longer than that. */
export function paceChannels({ now, sleep }: PacePorts): (channel: string) => Promise<void> {
  const nextTurn = new Map<string, number>();
  return async (channel) => {
    const time = now().getTime();
    const turn = Math.max(nextTurn.get(channel) ?? 0, time - (BURST - 1) * 1000);
    nextTurn.set(channel, turn + 1000);
    if (turn > time) await sleep(turn - time);
  };
}
