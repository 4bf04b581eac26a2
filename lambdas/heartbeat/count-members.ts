import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { takeTally } from '#lambdas/heartbeat/take-tally.ts';
import { toMetric } from '#lambdas/heartbeat/to-metric.ts';

/** Counts who is silent, for the alarm, and keeps from when on each Region is expected to speak. */
export async function countMembers(ports: HeartbeatPorts): Promise<void> {
  const now = ports.now();
  const { tally, watch } = await takeTally(ports, now);
  await ports.writeWatch(watch);
  ports.report(toMetric(tally, ports.stack, now));
}
