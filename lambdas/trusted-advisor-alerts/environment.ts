import * as z from 'zod/mini';

export const Environment = z.object({
  ALERTS_QUEUE_URL: z.string(),
  DEAD_LETTERS_URL: z.string(),
  DIRECTORY_TABLE: z.string(),
  ITEMS_TABLE: z.string(),
  READER_ROLE: z.string(),
  EXTERNAL_ID: z.string(),
  PARTITION: z.string(),
  HOME_REGION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
