import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { takeTally } from '#lambdas/heartbeat/take-tally.ts';
import { toReport } from '#lambdas/heartbeat/to-report.ts';

/** Counts who is silent, for the alarm, and keeps from when on each Region is expected to speak. */
export async function countMembers(ports: HeartbeatPorts): Promise<void> {
  const now = ports.now();
  const { tally, watch, before } = await takeTally(ports, now);
  await ports.writeWatch(watch);
  ports.report(toReport(tally, before, ports.stack, now));
}
