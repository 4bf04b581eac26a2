import * as z from 'zod/mini';
import { Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * `detail` of "ECS Hook State Change". Its first resource is a service deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
export const HookState = z.object({
  eventName: Text,
  eventType: Text,
  hookId: Text,
  /** `PAUSE`: a person decides. Else a function does. */
  hookType: Text,
  expiresAt: Text,
  lifecycleStage: Text,
  serviceArn: Text,
  serviceDeploymentArn: Text,
  clusterArn: Text,
  reason: Text,
  updatedAt: Text,
});
export type HookState = z.infer<typeof HookState>;
