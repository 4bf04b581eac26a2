import * as z from 'zod/mini';

/** From the daily schedule: ask for all that was updated. */
const Sweep = z.object({ kind: z.literal('sweep') });

/** One event of a sweep: compare it with the ledger. Times in milliseconds. */
const EventMessage = z.object({
  kind: z.literal('event'),
  arn: z.string(),
  typeCode: z.optional(z.string()),
  isPublic: z.boolean(),
  startedAt: z.optional(z.number()),
  updatedAt: z.number(),
});
export type EventMessage = z.infer<typeof EventMessage>;

/** Some parts of an event that the ledger lacks, by their ids there. */
const PartsMessage = z.object({ kind: z.literal('parts'), arn: z.string(), parts: z.array(z.string()) });
export type PartsMessage = z.infer<typeof PartsMessage>;

/** What the capability's own queue carries. */
export const ReconcileMessage = z.discriminatedUnion('kind', [Sweep, EventMessage, PartsMessage]);
export type ReconcileMessage = z.infer<typeof ReconcileMessage>;
