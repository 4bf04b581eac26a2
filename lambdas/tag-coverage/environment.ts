import * as z from 'zod/mini';

export const Environment = z.object({
  REPORT_BUCKET: z.string(),
  DIRECTORY_TABLE: z.string(),
  FINDINGS_TABLE: z.string(),
  ALERTS_QUEUE_URL: z.string(),
  TAG_EVENTS_QUEUE_URL: z.string(),
  AGGREGATOR: z.string(),
  ACCOUNT_ID: z.string(),
  HOME_REGION: z.string(),
  PARTITION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
