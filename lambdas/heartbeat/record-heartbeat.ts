import type { Heartbeat } from '#lambdas/heartbeat/heartbeat-message.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';

/** Keeps when an account's Region was heard. A moment to come is the sender's own fancy, and means now. */
export async function recordHeartbeat(
  { account, region, time, detail }: Heartbeat,
  ports: Pick<HeartbeatPorts, 'writeHeartbeat' | 'now'>,
): Promise<void> {
  const heard = Math.min(Date.parse(time), ports.now().getTime());
  await ports.writeHeartbeat({
    account,
    region,
    heardAt: new Date(heard).toISOString(),
    version: detail.version,
  });
}
