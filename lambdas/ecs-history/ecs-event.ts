import * as z from 'zod/mini';
import { Flag, listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

const Whole = z.catch(z.optional(z.int()), undefined);

const Container = z.object({ name: Text, exitCode: Whole, reason: Text, imageDigest: Text });

const HealthCheck = z.object({ type: Text, status: Text, statusReason: Text });

/** Never `overrides`: it holds values of environment variables. */
const EcsDetail = z.object({
  agentConnected: Flag,
  availabilityZone: Text,
  capacityProviderName: Text,
  clusterArn: Text,
  containerInstanceArn: Text,
  containers: listOf(Container),
  createdAt: Text,
  daemonArn: Text,
  daemonDeploymentArn: Text,
  daemonTaskDefinitionArn: Text,
  deploymentId: Text,
  desiredStatus: Text,
  ec2InstanceId: Text,
  eventName: Text,
  eventType: Text,
  expiresAt: Text,
  failureType: Text,
  group: Text,
  healthChecks: listOf(HealthCheck),
  hookId: Text,
  hookType: Text,
  lastStatus: Text,
  launchType: Text,
  lifecycleStage: Text,
  overallStatus: Text,
  reason: Text,
  serviceArn: Text,
  serviceDeploymentArn: Text,
  startedAt: Text,
  startedBy: Text,
  status: Text,
  stopCode: Text,
  stoppedAt: Text,
  stoppedReason: Text,
  stoppingAt: Text,
  taskArn: Text,
  taskDefinitionArn: Text,
  updatedAt: Text,
  version: Whole,
});
export type EcsDetail = z.infer<typeof EcsDetail>;

/**
 * An event of Amazon ECS, of any of its kinds; only the fields used, all of `detail` optional.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 */
export const EcsEvent = z.object({
  source: z.literal('aws.ecs'),
  account: z.string(),
  id: Text,
  'detail-type': Text,
  region: Text,
  time: Text,
  resources: listOf(z.string()),
  detail: EcsDetail,
});
export type EcsEvent = z.infer<typeof EcsEvent>;
