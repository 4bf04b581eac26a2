import * as z from 'zod/mini';

/** What the Organization's tree tells of an account, without a question about the account itself. */
export const ListedAccount = z.object({
  id: z.string(),
  name: z.string(),
  ou: z.string(),
  state: z.string(),
  joinedAt: z.optional(z.string()),
  /** Below one of the settings' `targets`. */
  isBelowTarget: z.boolean(),
});
export type ListedAccount = z.infer<typeof ListedAccount>;

/** From the daily schedule: read all accounts anew. */
const Sweep = z.object({ kind: z.literal('sweep') });

/** Some accounts of a sweep, as the tree showed them at `seenAt`. */
const Read = z.object({ kind: z.literal('read'), accounts: z.array(ListedAccount), seenAt: z.string() });
export type Read = z.infer<typeof Read>;

/** An account that may have left: ask for it by its id. */
const Look = z.object({ kind: z.literal('look'), account: z.string() });
export type Look = z.infer<typeof Look>;

/** From the hub's bus. What it holds is read with suspicion elsewhere: no event may be unreadable. */
const OrganizationEvent = z.object({ 'detail-type': z.string(), detail: z.unknown() });

export const DirectoryMessage = z.union([Sweep, Read, Look, OrganizationEvent]);
export type DirectoryMessage = z.infer<typeof DirectoryMessage>;
