import * as z from 'zod/mini';

export const Environment = z.object({
  ALERTS_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
  DIRECTORY_TABLE: z.string(),
});
export type Environment = z.infer<typeof Environment>;
