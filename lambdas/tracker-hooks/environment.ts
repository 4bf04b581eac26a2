import * as z from 'zod/mini';

export const Environment = z.object({
  TRACKERS_FUNCTION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
