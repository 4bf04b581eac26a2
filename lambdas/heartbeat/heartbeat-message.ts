import * as z from 'zod/mini';

const UNKNOWN_VERSION = 'unknown';

/** Shown in chat: nothing else that an account may write there. */
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[0-9A-Za-z.]{1,20})?$/;

/**
 * A member's daily sign of life. Account and Region are the envelope's, which AWS fills in: `detail` says
 * whatever somebody in the account likes.
 */
export const Heartbeat = z.object({
  'detail-type': z.literal('Heartbeat'),
  account: z.string().check(z.regex(/^\d{12}$/)),
  region: z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/)),
  time: z.iso.datetime({ offset: true }),
  detail: z.catch(z.object({ version: z.string().check(z.regex(VERSION)) }), { version: UNKNOWN_VERSION }),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

/** A schedule says: count who is silent, or tell people of it. */
const Tick = z.object({ kind: z.enum(['count', 'tell']) });

/** What the function is invoked with, one by one. */
export const HeartbeatMessage = z.union([Tick, Heartbeat]);
export type HeartbeatMessage = z.infer<typeof HeartbeatMessage>;
