import * as z from 'zod/mini';

export const Environment = z.object({
  DIRECTORY_TABLE: z.string(),
  ALERTS_QUEUE_URL: z.url(),
  /** The dimension of the metric: two deployments in one account are not mixed. */
  STACK_NAME: z.string(),
});
export type Environment = z.infer<typeof Environment>;
