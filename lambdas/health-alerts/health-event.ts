import * as z from 'zod/mini';

/** A field that AWS leaves out, or one day writes otherwise, is missing; it never makes the event unreadable. */
const Text = z.catch(z.optional(z.string()), undefined);

/** What of a list can be read. */
function listOf<Item extends z.ZodMiniType>(item: Item) {
  const readable = z.transform((values: unknown[]): z.infer<Item>[] =>
    values.flatMap((value) => {
      const result = item.safeParse(value);
      return result.success ? [result.data] : [];
    }),
  );
  return z.catch(z.pipe(z.array(z.unknown()), readable), []);
}

/** AWS writes the numbers of this event as strings, and may one day stop to. */
const Count = z.catch(
  z.optional(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform((value) => Number(value)),
    ),
  ),
  undefined,
);

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
  page: Count,
  totalPages: Count,
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
