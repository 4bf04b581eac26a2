import { z } from 'zod';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { AccountId } from '#lib/organization-settings.ts';
import { OuPath } from '#lib/settings-words.ts';
import { wayOut } from '#lib/way-out.ts';

/** The limits and patterns of Account Management's PutAlternateContact: https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html */
const text = (longest: number) =>
  z.string().trim().min(1, 'must not be empty').max(longest, `must have ${longest} characters at most`);

const Contact = z.strictObject({
  name: text(64),
  title: text(50),
  email: text(254).regex(/^[\w+=.#|!&-]+@[\w.-]+\.\w+$/, 'must be an e-mail address'),
  phone: text(25).regex(/^[\s0-9()+-]+$/, 'must be a phone number: digits, spaces, ( ) + -'),
});

const Contacts = z
  .strictObject({ billing: Contact.optional(), operations: Contact.optional(), security: Contact.optional() })
  .refine(
    (contacts) => Object.keys(contacts).length > 0,
    'names no contact: billing, operations or security',
  );

/** Contacts for all accounts, for those of an organizational unit and all below it, and for single accounts. */
const ContactsFile = z
  .strictObject({
    contacts: Contacts.optional(),
    ous: z.record(z.string(), Contacts).optional(),
    accounts: z.record(z.string(), Contacts).optional(),
  })
  .refine(
    ({ contacts, ous = {}, accounts = {} }) =>
      contacts || Object.keys(ous).length > 0 || Object.keys(accounts).length > 0,
    'is empty: it takes contacts, ous or accounts',
  );
export type ContactsFile = z.infer<typeof ContactsFile>;

/** Reads the text of a file; the error names every field that is wrong. */
export function parseContactsFile(path: string, text: string): ContactsFile {
  const json = readJson(path, text);
  const result = ContactsFile.safeParse(json, { error: words });
  const issues = [...(result.error?.issues ?? []), ...wrongKeys(json)];
  if (result.success && issues.length === 0) return result.data;
  const lines = issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || 'the file'}: ${message}`,
  );
  throw new Failure(`${path} needs mending:\n${lines.join('\n')}`);
}

/** Not in the schema: of a record with a wrong key it would not look at the value. */
function wrongKeys(json: unknown) {
  const keysOf = (field: string) => {
    const places = (json as Record<string, unknown> | null)?.[field];
    return places instanceof Object && !Array.isArray(places) ? Object.keys(places) : [];
  };
  return Object.entries({ ous: OuPath, accounts: AccountId }).flatMap(([field, Key]) =>
    keysOf(field).flatMap((key) =>
      (Key.safeParse(key).error?.issues ?? []).map(({ message }) => ({ path: [field, key], message })),
    ),
  );
}

function readJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Failure(`${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** A contact that is null would mean to delete it. */
const words: z.core.$ZodErrorMap = (issue) =>
  issue.input === null
    ? 'is null, and nothing is deleted here: leave it out (aws account delete-alternate-contact deletes one)'
    : wayOut(issue);
