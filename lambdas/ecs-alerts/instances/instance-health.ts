import * as z from 'zod/mini';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

const HealthCheck = z.object({
  type: Text,
  status: Text,
  statusReason: Text,
});

/**
 * `detail` of "ECS Container Instance Health Change". No version, no type.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export const InstanceHealth = z.object({
  clusterArn: Text,
  containerInstanceArn: Text,
  ec2InstanceId: Text,
  capacityProviderName: Text,
  overallStatus: Text,
  healthChecks: listOf(HealthCheck),
});
export type InstanceHealth = z.infer<typeof InstanceHealth>;
