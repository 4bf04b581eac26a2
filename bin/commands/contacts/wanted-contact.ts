import { wordOf } from '#bin/commands/contacts/account-contacts.ts';
import type { ContactsFile } from '#bin/commands/contacts/contacts-file.ts';
import type { AlternateContact, ContactType } from '#lambdas/contracts/directory.ts';

/** A contact that an account shall have, and the place in the file that says so. */
export type WantedContact = { contact: AlternateContact; from: string };

/** What the file wants for an account: its own contact before that of its organizational unit, the deepest first, before that of all. */
export function wantedContact(
  { contacts, ous = {}, accounts = {} }: ContactsFile,
  account: { id: string; ou: string },
  type: ContactType,
): WantedContact | undefined {
  const word = wordOf(type);
  const units = Object.entries(ous)
    .filter(([path]) => isWithin(account.ou, path))
    .sort(([a], [b]) => depthOf(b) - depthOf(a));
  const places = [
    [
      `accounts.${account.id}`,
      Object.hasOwn(accounts, account.id) ? accounts[account.id] : undefined,
    ] as const,
    ...units.map(([path, contacts]) => [`ous.${path}`, contacts] as const),
    ['contacts', contacts] as const,
  ];
  for (const [from, contacts] of places) {
    const contact = contacts?.[word];
    if (contact) return { contact, from };
  }
  return undefined;
}

/** `/prod` holds itself and `/prod/eu`, not `/production`; `/` holds everything. */
export function isWithin(ou: string, path: string): boolean {
  const names = namesOf(path);
  return names.every((name, index) => namesOf(ou)[index] === name);
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}

function depthOf(path: string): number {
  return namesOf(path).length;
}
