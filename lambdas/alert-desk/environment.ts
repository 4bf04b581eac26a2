import * as z from 'zod/mini';

export const Environment = z.object({
  LEDGER_TABLE: z.string(),
  ALERTS_QUEUE_URL: z.url(),
  OUTBOX_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
  /** JSON: of each source that can be asked about its alerts, the queue. */
  CHECK_QUEUE_URLS: z.string(),
});
export type Environment = z.infer<typeof Environment>;
