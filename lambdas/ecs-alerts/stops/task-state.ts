import * as z from 'zod/mini';
import { Amount, listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

const Container = z.object({
  name: Text,
  exitCode: Amount,
  reason: Text,
  imageDigest: Text,
});
export type Container = z.infer<typeof Container>;

/**
 * `detail` of "ECS Task State Change". No `overrides`: environment values stand in them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export const TaskState = z.object({
  taskArn: Text,
  clusterArn: Text,
  taskDefinitionArn: Text,
  /** `service:web`, or `family:report` of a task that no service started. */
  group: Text,
  lastStatus: Text,
  stopCode: Text,
  stoppedReason: Text,
  containers: listOf(Container),
  /** Of a task of a service the deployment: `ecs-svc/…`. */
  startedBy: Text,
  launchType: Text,
  capacityProviderName: Text,
  stoppedAt: Text,
  stoppingAt: Text,
  executionStoppedAt: Text,
});
export type TaskState = z.infer<typeof TaskState>;
