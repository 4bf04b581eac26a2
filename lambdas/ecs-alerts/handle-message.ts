import { answerCheck, type CheckPorts } from '#lambdas/ecs-alerts/checks/answer-check.ts';
import type { EcsMessage } from '#lambdas/ecs-alerts/ecs-event.ts';
import { type EcsPorts, relayEcsEvent } from '#lambdas/ecs-alerts/relay-ecs-event.ts';

export type EcsMessagePorts = EcsPorts & Pick<CheckPorts, 'ecs'>;

/** An event of ECS, or a question of the alert desk. */
export async function handleMessage(message: EcsMessage, ports: EcsMessagePorts): Promise<void> {
  if ('kind' in message) await answerCheck(message, ports);
  else await relayEcsEvent(message, ports);
}
