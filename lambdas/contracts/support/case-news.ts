import * as z from 'zod/mini';

/** What wakes case-trackers: a case of which something new is known, or its schedule. */
export const CaseNews = z.union([
  z.object({ kind: z.literal('sweep') }),
  z.object({ account: z.string(), displayId: z.string() }),
]);
export type CaseNews = z.infer<typeof CaseNews>;
