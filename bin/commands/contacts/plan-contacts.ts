import type { AccountContacts } from '#bin/commands/contacts/account-contacts.ts';
import type { ContactsFile } from '#bin/commands/contacts/contacts-file.ts';
import { wantedContact } from '#bin/commands/contacts/wanted-contact.ts';
import { type AlternateContact, CONTACT_TYPES, type ContactType } from '#lambdas/contracts/directory.ts';

const FIELDS = ['name', 'title', 'email', 'phone'] as const;

/** `set` where there was none, `change` where fields differ, `keep` where they do and must stay, `unknown` where nothing could be read. */
export type Step = {
  account: string;
  name: string | undefined;
  type: ContactType;
  action: 'unchanged' | 'set' | 'change' | 'keep' | 'unknown';
  /** The fields that differ. */
  fields: string[];
  wanted: AlternateContact;
  /** The place in the file. */
  from: string;
  reason: string | undefined;
};

export type PlanOptions = { onlyMissing: boolean };

/** What must be done for each account and contact that the file speaks of. */
export function planContacts(file: ContactsFile, accounts: AccountContacts[], options: PlanOptions): Step[] {
  return accounts.flatMap((account) =>
    CONTACT_TYPES.flatMap((type) => {
      const wanted = wantedContact(file, { id: account.id, ou: account.ou ?? '/' }, type);
      if (!wanted) return [];
      const found = account.contacts[type];
      const fields = FIELDS.filter((field) => found && found[field] !== wanted.contact[field]);
      return {
        account: account.id,
        name: account.name,
        type,
        action: actionFor(found, fields, options),
        fields,
        wanted: wanted.contact,
        from: wanted.from,
        reason: account.unread?.[type],
      };
    }),
  );
}

function actionFor(
  found: AlternateContact | null | undefined,
  fields: string[],
  { onlyMissing }: PlanOptions,
): Step['action'] {
  if (found === undefined) return 'unknown';
  if (found === null) return 'set';
  if (fields.length === 0) return 'unchanged';
  return onlyMissing ? 'keep' : 'change';
}

/** The steps that write. */
export function writesOf(plan: Step[]): Step[] {
  return plan.filter(({ action }) => action === 'set' || action === 'change');
}
