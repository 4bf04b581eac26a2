import * as z from 'zod/mini';

/** A sweep saw something that no event told: required-tags looks at the resource itself and decides. */
export const RecheckRequest = z.object({
  kind: z.literal('recheck'),
  account: z.string(),
  region: z.string(),
  type: z.string(),
  id: z.string(),
  /** It was seen to violate the policy: told even where it cannot be looked at. */
  violates: z.optional(z.literal(true)),
  /** Nobody looks at its account or Region any more: what was told of it ends without a look. */
  unwatched: z.optional(z.literal(true)),
  /** Of a global resource: the Region whose AWS Config records it. Any other knows of none. */
  askIn: z.optional(z.string()),
  /** When AWS Config was asked, ISO 8601. */
  at: z.string(),
});
export type RecheckRequest = z.infer<typeof RecheckRequest>;
