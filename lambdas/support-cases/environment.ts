import * as z from 'zod/mini';

export const Environment = z.object({
  CASES_TABLE: z.string(),
  RAW_BUCKET: z.string(),
  CASES_BUCKET: z.string(),
  REPORT_BUCKET: z.string(),
  DIRECTORY_TABLE: z.string(),
  ALERTS_QUEUE_URL: z.string(),
  ACCOUNT_ID: z.string(),
  HOME_REGION: z.string(),
  PARTITION: z.string(),
  /** Empty where there are no trackers. */
  TRACKERS_FUNCTION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
