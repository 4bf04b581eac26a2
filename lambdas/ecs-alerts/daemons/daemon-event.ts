import * as z from 'zod/mini';
import { Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * `detail` of "ECS Daemon Service Action" and "ECS Daemon Deployment State Change".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export const DaemonEvent = z.object({
  eventType: Text,
  eventName: Text,
  clusterArn: Text,
  daemonArn: Text,
  daemonDeploymentArn: Text,
  containerInstanceArn: Text,
  failureType: Text,
  reason: Text,
  taskArn: Text,
  createdAt: Text,
  updatedAt: Text,
});
export type DaemonEvent = z.infer<typeof DaemonEvent>;
