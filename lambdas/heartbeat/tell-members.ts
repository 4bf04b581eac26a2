import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { takeTally } from '#lambdas/heartbeat/take-tally.ts';
import { toDigest } from '#lambdas/heartbeat/to-digest.ts';

/** The daily line: how many Regions of how many accounts were heard, and which were not. */
export async function tellMembers(ports: HeartbeatPorts): Promise<void> {
  const now = ports.now();
  const { tally } = await takeTally(ports, now);
  await ports.observe(toDigest(tally, ports.settings, now));
}
