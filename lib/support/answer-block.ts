import { z } from 'zod';
import { Name } from '#lib/settings-words.ts';

/** Who may answer AWS by comments in trackers. Without it comments ask for nothing. */
export const Answers = z.strictObject({
  /** Logins, by the name of the tracker: nobody else may. */
  actors: z.record(Name, z.array(z.string().regex(/^[\w.@[\]-]{1,100}$/, 'must be a login'))),
  /** So many commands for one case in an hour are done. */
  perHour: z.int().min(1).max(100).default(10),
});
export type Answers = z.infer<typeof Answers>;
