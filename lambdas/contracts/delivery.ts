import * as z from 'zod/mini';

/** What the `outbox` queue carries: which channel should hear of which alert, up to which revision. */
export const Delivery = z.object({ key: z.string(), channel: z.string(), revision: z.number() });
export type Delivery = z.infer<typeof Delivery>;
