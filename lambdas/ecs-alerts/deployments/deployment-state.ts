import * as z from 'zod/mini';
import { Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * `detail` of "ECS Deployment State Change". A rollback shows in `reason` alone.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
export const DeploymentState = z.object({
  eventType: Text,
  eventName: Text,
  clusterArn: Text,
  deploymentId: Text,
  reason: Text,
  updatedAt: Text,
  createdAt: Text,
});
export type DeploymentState = z.infer<typeof DeploymentState>;

/** How far a deployment is. Events of one moment are ordered by this. */
export const STAGES = ['started', 'failed', 'rolling-back', 'completed'] as const;
export type Stage = (typeof STAGES)[number];

/** Undefined for a name that is no stage of a deployment. */
export function stageOf({ eventName, reason = '' }: DeploymentState): Stage | undefined {
  if (eventName === 'SERVICE_DEPLOYMENT_COMPLETED') return 'completed';
  if (eventName === 'SERVICE_DEPLOYMENT_FAILED') return 'failed';
  if (eventName !== 'SERVICE_DEPLOYMENT_IN_PROGRESS') return undefined;
  return /roll(?:ing|ed)?[- ]?back/i.test(reason) ? 'rolling-back' : 'started';
}

/** What stopped it: the words stand in `reason` alone. */
export function causeOf({ reason = '' }: DeploymentState): 'circuit breaker' | 'alarm' | undefined {
  if (/circuit[- ]?breaker/i.test(reason)) return 'circuit breaker';
  return /alarm/i.test(reason) ? 'alarm' : undefined;
}
