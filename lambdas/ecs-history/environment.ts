import * as z from 'zod/mini';

export const Environment = z.object({
  REPORT_BUCKET: z.string(),
  DEAD_LETTERS_URL: z.url(),
});
export type Environment = z.infer<typeof Environment>;
