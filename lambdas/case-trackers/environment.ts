import * as z from 'zod/mini';

export const Environment = z.object({
  CASES_TABLE: z.string(),
  CASES_BUCKET: z.string(),
  TRACKERS_TABLE: z.string(),
  DIRECTORY_TABLE: z.string(),
  ACCOUNT_ID: z.string(),
  PARTITION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
