import * as z from 'zod/mini';

export const Environment = z.object({
  LEDGER_TABLE: z.string(),
  RECONCILE_QUEUE_URL: z.url(),
  HEALTH_ALERTS_QUEUE_URL: z.url(),
  ALERTS_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
  ACCOUNT_ID: z.string(),
  HOME_REGION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
