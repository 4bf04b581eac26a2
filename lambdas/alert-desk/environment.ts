import * as z from 'zod/mini';

export const Environment = z.object({
  LEDGER_TABLE: z.string(),
  ALERTS_QUEUE_URL: z.url(),
  OUTBOX_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
});
export type Environment = z.infer<typeof Environment>;
