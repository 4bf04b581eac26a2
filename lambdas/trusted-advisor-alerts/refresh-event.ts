import * as z from 'zod/mini';
import { AdvisorReading } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import { Text } from '#lambdas/runtime/lenient-schema.ts';

/**
 * What Trusted Advisor sends of each item when a check was refreshed, also where nothing is otherwise than before. It has
 * no id of the check. Its `region` is where the event arose, never that of the item.
 * https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-events-ta.html
 */
export const RefreshEvent = z.object({
  'detail-type': z.literal('Trusted Advisor Check Item Refresh Notification'),
  account: z.string().check(z.regex(/^\d{12}$/)),
  time: Text,
  detail: z.object({
    'check-name': z.string().check(z.minLength(1)),
    'check-item-detail': z.catch(z.record(z.string(), z.unknown()), {}),
    /** `OK`, `WARN`, `ERROR`, `INFO`; an open set. */
    status: z.string(),
    resource_id: Text,
  }),
});
export type RefreshEvent = z.infer<typeof RefreshEvent>;

/** What the queue carries: refreshed items, and what a sweep read that no event told. */
export const AdvisorMessage = z.union([AdvisorReading, RefreshEvent]);
export type AdvisorMessage = z.infer<typeof AdvisorMessage>;
