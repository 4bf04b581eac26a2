import type { WatchRecord } from '#lambdas/contracts/directory.ts';
import { takeCensus } from '#lambdas/heartbeat/census.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { type Tally, toTally } from '#lambdas/heartbeat/tally.ts';
import { nextWatch } from '#lambdas/heartbeat/watch.ts';

/** Reads the directory once, and says who was heard, who is silent and who is new. */
export async function takeTally(
  { listRows, settings }: Pick<HeartbeatPorts, 'listRows' | 'settings'>,
  now: Date,
): Promise<{ tally: Tally; watch: WatchRecord; before: WatchRecord | undefined }> {
  const census = await takeCensus(listRows());
  const watch = nextWatch(census.watch, settings, now);
  const tally = toTally(census, watch, settings, now);
  return { tally, watch: { ...watch, silent: tally.silent.length }, before: census.watch };
}
