import * as z from 'zod/mini';
import { CheckRequest } from '#lambdas/contracts/observation.ts';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * An event of Amazon ECS as EventBridge delivers it. What `detail` holds depends on the type, and is read there:
 * never as a whole, since the overrides of a task hold environment values.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 */
export const EcsEvent = z.object({
  id: Text,
  'detail-type': z.string(),
  account: z.string().check(z.regex(/^\d{12}$/)),
  region: Text,
  time: Text,
  resources: listOf(z.string()),
  detail: z.record(z.string(), z.unknown()),
});
export type EcsEvent = z.infer<typeof EcsEvent>;

/** What the queue carries: events, and questions of the alert desk. */
export const EcsMessage = z.union([CheckRequest, EcsEvent]);
export type EcsMessage = z.infer<typeof EcsMessage>;
