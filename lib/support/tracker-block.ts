import { z } from 'zod';
import { AccountId } from '#lib/organization-settings.ts';
import { OuPath } from '#lib/settings-words.ts';

const ofAll = {
  /** `full`: the redacted texts. `link`: only who wrote when, and the way to the console. */
  text: z.enum(['full', 'link']).default('full'),
  /** Accounts whose cases it gets, beside those of `ous`; all unless one of both is given. */
  accounts: z.array(AccountId).min(1, 'must name at least one').optional(),
  ous: z.array(OuPath).min(1, 'must name at least one').optional(),
};

/** A place where cases are mirrored. Its secret is stored with `reeve secret set`. */
export const Tracker = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('github'),
    /** Who may read it may read the redacted texts of these cases. */
    repository: z.string().regex(/^[\w-]{1,39}\/[\w.-]{1,100}$/, 'must be owner/name'),
    /** Of GitHub Enterprise: https://host/api/v3. */
    apiUrl: z
      .url({ protocol: /^https$/, error: 'must be an https address such as https://api.github.com' })
      .default('https://api.github.com'),
    /** The client ID of a GitHub App, whose private key is the secret then; without it, the secret is a token. */
    app: z
      .string()
      .regex(/^(?:Iv[\w.]{6,40}|\d{1,12})$/, 'must be the client ID of a GitHub App (Iv…), or its App ID')
      .optional(),
    ...ofAll,
  }),
  z.strictObject({ kind: z.literal('webhook'), ...ofAll }),
]);
export type Tracker = z.infer<typeof Tracker>;
