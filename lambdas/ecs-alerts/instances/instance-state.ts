import * as z from 'zod/mini';
import { Amount, Flag, Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * `detail` of "ECS Container Instance State Change", which comes with every task that starts or stops there.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
 */
export const InstanceState = z.object({
  clusterArn: Text,
  containerInstanceArn: Text,
  ec2InstanceId: Text,
  status: Text,
  statusReason: Text,
  agentConnected: Flag,
  runningTasksCount: Amount,
  version: Amount,
  updatedAt: Text,
});
export type InstanceState = z.infer<typeof InstanceState>;
