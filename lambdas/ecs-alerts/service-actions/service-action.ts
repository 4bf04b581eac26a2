import * as z from 'zod/mini';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * `detail` of "ECS Service Action". The service is the event's first resource.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export const ServiceAction = z.object({
  eventType: Text,
  eventName: Text,
  clusterArn: Text,
  reason: Text,
  createdAt: Text,
  containerInstanceArns: listOf(z.string()),
});
export type ServiceAction = z.infer<typeof ServiceAction>;
