import { countMembers } from '#lambdas/heartbeat/count-members.ts';
import type { HeartbeatMessage } from '#lambdas/heartbeat/heartbeat-message.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { recordHeartbeat } from '#lambdas/heartbeat/record-heartbeat.ts';
import { tellMembers } from '#lambdas/heartbeat/tell-members.ts';

/** A member speaks, or a schedule asks who does not. */
export async function handleMessage(message: HeartbeatMessage, ports: HeartbeatPorts): Promise<void> {
  if (!('kind' in message)) return recordHeartbeat(message, ports);
  return message.kind === 'count' ? countMembers(ports) : tellMembers(ports);
}
