import * as z from 'zod/mini';

/** What wakes case-trackers: a case of which something new is known, a comment that somebody wrote, or its schedule. */
export const CaseNews = z.union([
  z.object({ kind: z.literal('sweep') }),
  z.object({
    kind: z.literal('heard'),
    tracker: z.string(),
    account: z.string(),
    displayId: z.string(),
    /** Id of the item that the comment stands in. */
    item: z.string(),
  }),
  z.object({ account: z.string(), displayId: z.string() }),
]);
export type CaseNews = z.infer<typeof CaseNews>;
export type HeardComment = Extract<CaseNews, { kind: 'heard' }>;
