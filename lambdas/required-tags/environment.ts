import * as z from 'zod/mini';

export const Environment = z.object({
  ALERTS_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
  DIRECTORY_TABLE: z.string(),
  FINDINGS_TABLE: z.string(),
  /** The role of each account that may be asked, by name. */
  READER_ROLE: z.string(),
  EXTERNAL_ID: z.string(),
  HOME_REGION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
