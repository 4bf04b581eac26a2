import * as z from 'zod/mini';

export const Environment = z.object({
  REPORT_BUCKET: z.string(),
  DIRECTORY_TABLE: z.string(),
  ITEMS_TABLE: z.string(),
  ADVISOR_QUEUE_URL: z.string(),
  ALERTS_QUEUE_URL: z.string(),
  ACCOUNT_ID: z.string(),
  HOME_REGION: z.string(),
  PARTITION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
