import * as z from 'zod/mini';
import { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { ENDINGS } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** So many items go into one message, which must stay below 256 KB. */
export const ITEMS_A_READING = 100;

/**
 * What the API says of a check in an account and the table of items does not know: trusted-advisor-alerts decides what
 * people are told of it. `at`: when Trusted Advisor looked, ISO 8601. `isBaseline`: all that is seen was there before, and
 * is told to nobody. `ended`: by the keys of rows.
 */
export const AdvisorReading = z.object({
  kind: z.literal('reading'),
  account: z.string(),
  check: z.object({
    id: z.optional(z.string()),
    name: z.string(),
    category: z.optional(z.string()),
    source: z.optional(z.string()),
  }),
  at: z.string(),
  isBaseline: z.optional(z.literal(true)),
  seen: z.array(AdvisorItem),
  ended: z.array(z.object({ key: z.string(), ending: z.enum(ENDINGS) })),
});
export type AdvisorReading = z.infer<typeof AdvisorReading>;
