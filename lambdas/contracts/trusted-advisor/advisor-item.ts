import * as z from 'zod/mini';

/** How Trusted Advisor flags an item, from worst to best: red, yellow, blue, green. */
export const ITEM_STATUSES = ['error', 'warning', 'info', 'ok'] as const;
export const ItemStatus = z.enum(ITEM_STATUSES);
export type ItemStatus = z.infer<typeof ItemStatus>;

/**
 * Something that a check looked at, in the words of Trusted Advisor. `resourceId`: its ARN, which events alone give, and
 * not for all. `apiId`: how the Support API names it, which events do not know. `region`: a code, or `global`; absent where
 * it is not known. `fields`: the columns of the check by their labels; what is null, empty or `-` is left out.
 */
export const AdvisorItem = z.object({
  status: ItemStatus,
  resourceId: z.optional(z.string()),
  apiId: z.optional(z.string()),
  region: z.optional(z.string()),
  fields: z.record(z.string(), z.string()),
});
export type AdvisorItem = z.infer<typeof AdvisorItem>;

/** A check as it is known at the moment. `id`: absent where nobody has discovered it yet. */
export type AdvisorCheck = {
  id?: string | undefined;
  name: string;
  /** AWS's word: `security`, `cost_optimizing`, `service_limits` …, an open set. */
  category?: string | undefined;
  /** Who makes it: `ta_check`, `security_hub` …, an open set. */
  source?: string | undefined;
};
