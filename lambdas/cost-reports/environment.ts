import * as z from 'zod/mini';

export const Environment = z.object({
  REPORT_BUCKET: z.string(),
  COST_QUEUE_URL: z.url(),
  ALERTS_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
  ACCOUNT_ID: z.string(),
  HOME_REGION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
