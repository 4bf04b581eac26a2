import * as z from 'zod/mini';
import { Amount, listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

/** The key of the status differs between services and years. */
const Entity = z.object({
  entityValue: z.string().check(z.minLength(1)),
  status: Text,
  statusCode: Text,
  entityUrl: z.catch(z.optional(z.url({ protocol: /^https$/ })), undefined),
  tags: z.catch(z.record(z.string(), z.string()), {}),
});
type Entity = z.infer<typeof Entity>;

const Description = z.object({ language: Text, latestDescription: z.string() });

const HealthDetail = z.object({
  eventArn: Text,
  service: Text,
  eventTypeCode: Text,
  eventTypeCategory: Text,
  eventScopeCode: Text,
  communicationId: Text,
  startTime: Text,
  endTime: Text,
  lastUpdatedTime: Text,
  statusCode: Text,
  eventRegion: Text,
  eventDescription: listOf(Description),
  affectedEntities: listOf(Entity),
  affectedAccount: z.catch(z.optional(z.string().check(z.regex(/^\d{12}$/))), undefined),
  page: Amount,
  totalPages: Amount,
  actionability: Text,
  personas: listOf(z.string()),
});
export type HealthDetail = z.infer<typeof HealthDetail>;

/**
 * An AWS Health event as EventBridge delivers it; only the fields used, all of `detail` optional.
 * https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html
 */
export const HealthEvent = z.object({
  account: z.string(),
  region: z.string(),
  time: z.iso.datetime(),
  detail: HealthDetail,
});
export type HealthEvent = z.infer<typeof HealthEvent>;
