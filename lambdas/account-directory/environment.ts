import * as z from 'zod/mini';

export const Environment = z.object({
  DIRECTORY_TABLE: z.string(),
  DIRECTORY_QUEUE_URL: z.url(),
  DEAD_LETTERS_URL: z.url(),
  /** In the management account: only there, and for its delegates, AWS answers. */
  ORGANIZATION_ROLE_ARN: z.string(),
  EXTERNAL_ID: z.string(),
  /** Where the partition's Organizations and Account services are. */
  GLOBAL_REGION: z.string(),
});
export type Environment = z.infer<typeof Environment>;
